"""Options of a multiple choice, and the fields that they tick. Compared in normal form, as headers are."""

OPTIONS: dict[str, tuple[str, ...]] = {target: tuple(words.split("|")) for target, words in {
    "check_in.covered_progress":
        "progress|review progress|progress review|review of progress|reviewed progress|goal progress|progress on goals|"
        "progress towards goals|progress made|fortschritt|fortschritte|progres|progreso|progressi|progresso|voortgang",
    "check_in.covered_challenges":
        "challenges|challenge|obstacles|difficulties|problems|barriers|addressed challenges|address challenges|"
        "challenges faced|challenges and obstacles|herausforderungen|schwierigkeiten|hindernisse|defis|difficultes|"
        "retos|desafios|dificultades|sfide|ostacoli|uitdagingen",
    "check_in.covered_adjustments":
        "adjustments|adjustment|adjusting goals|adjust goals|goal adjustments|goals adjusted|adjusted goals|"
        "plan adjustments|adjusted plan|adjust plan|adjust the plan|adjusting the plan|adjustments to the plan|"
        "adjustments to goals|changes to the plan|plan changes|anpassungen|ajustements|ajustes|adeguamenti|modifiche|"
        "aanpassingen",
    "vision.explored_values":
        "values|values and beliefs|core values|beliefs|personal values|werte|valeurs|valores|valori",
    "vision.explored_experience":
        "experience|experiences|past experience|past experiences|past experiences and lessons|erfahrung|erfahrungen|"
        "experiencia|experiencias|esperienza|esperienze",
    "vision.explored_aspirations":
        "aspirations|future aspirations|aspiration|ambitions|definition of success|success|aspirations and success",
    "goal.relevant": "relevant|relevance", "goal.engaging": "engaging", "goal.actionable": "actionable",
    "goal.learning_focused": "learning focused|learning focus", "goal.specific": "specific|spezifisch|specifique",
    "goal.measurable": "measurable|measureable|messbar|mesurable|medible|misurabile",
    "goal.achievable": "achievable|attainable|erreichbar|atteignable|alcanzable|raggiungibile",
    "goal.time_bound": "time bound|timebound|timely|time based|terminiert",
    "goal.yours": "yours|your own|own goal|owned",
}.items()}
"""Field -> its options. Those of the seven checklist items are the names of the items."""

ASKING = (r"discuss|topic|cover|talk|criteria|criterion|checklist|check list|explor|select all|which of|tick all|areas|"
          r"items|besproch|themen|thema|abord|sujet|tema|argoment|hak")
"""What headers of such a column say, in normal form: then one known option is enough."""
