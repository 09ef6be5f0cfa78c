"""What departments, jobs, levels and places are called: by them a column is known whose header says nothing.

In normal form (lower case, no accents, no punctuation). A job is known by one of its words or how it begins.
"""

import re

_DEPARTMENTS = (
    "finance|accounting|controlling|sales|marketing|legal|hr|human resources|people|people and culture|people culture|"
    "operations|it|information technology|engineering|r d|research|research and development|development|product|"
    "product management|design|procurement|purchasing|logistics|supply chain|customer service|customer support|"
    "customer success|communications|strategy|quality|quality management|production|manufacturing|administration|"
    "facilities|compliance|risk|audit|internal audit|treasury|tax|data|analytics|data science|security|consulting|"
    "business development|corporate affairs|public affairs|public relations|technology|infrastructure|platform|"
    "maintenance|nursing|surgery|pediatrics|paediatrics|medicine|internal medicine|cardiology|radiology|oncology|"
    "neurology|psychiatry|anesthesiology|emergency medicine|pharmacy|laboratory|biology|chemistry|physics|"
    "mathematics|computer science|economics|law|education|payments|retail|wholesale|support|service|training|"
    "finanzen|finanz|rechnungswesen|buchhaltung|vertrieb|recht|personal|einkauf|logistik|produktion|entwicklung|"
    "forschung|forschung und entwicklung|technik|verwaltung|kundendienst|kundenservice|kommunikation|strategie|"
    "qualitat|fertigung|instandhaltung|revision|"
    "finances|comptabilite|ventes|commercial|juridique|ressources humaines|rh|achats|logistique|recherche|"
    "recherche et developpement|informatique|qualite|maintenance|service client|communication|"
    "finanzas|contabilidad|ventas|compras|recursos humanos|rrhh|logistica|produccion|investigacion|desarrollo|"
    "sistemas|informatica|calidad|operaciones|atencion al cliente|comunicacion|"
    "finanza|contabilita|vendite|acquisti|risorse umane|produzione|ricerca|sviluppo|ricerca e sviluppo|qualita|legale|"
    "ufficio legale|amministrazione|assistenza clienti|comunicazione|"
    "financas|contabilidade|vendas|producao|pesquisa|desenvolvimento|qualidade|operacoes|juridico|"
    "financien|boekhouding|verkoop|inkoop|personeelszaken|p o|logistiek|productie|onderzoek|ontwikkeling|kwaliteit|"
    "juridische zaken|klantenservice|communicatie|ict")

_JOBS = (
    "manager|analyst|analist|engineer|director|assistant|specialist|consultant|developer|officer|coordinator|"
    "administrator|technician|nurse|teacher|professor|researcher|scientist|designer|planner|buyer|accountant|"
    "controller|counsel|lawyer|attorney|representative|rep|associate|intern|trainee|clerk|advisor|adviser|executive|"
    "architect|auditor|supervisor|strategist|recruiter|copywriter|editor|programmer|operator|mechanic|physician|"
    "surgeon|resident|fellow|lecturer|pharmacist|cfo|cto|ceo|vp|president|principal|head|lead|leader|partner|"
    "leiter|leitung|referent|sachbearbeiter|ingenieur|entwickler|berater|techniker|kaufmann|kauffrau|fachkraft|"
    "assistent|einkaufer|meister|arzt|arztin|pfleger|"
    "chef|cheffe|directeur|directrice|responsable|charge|chargee|acheteur|acheteuse|technicien|conseiller|comptable|"
    "juriste|developpeur|infirmier|gestionnaire|vendeur|vendeuse|"
    "jefe|jefa|ingenier|comprador|tecnic|asesor|encargad|contable|abogad|desarrollador|auxiliar|vendedor|"
    "responsabile|ingegner|addett|impiegat|acquirente|venditore|contabile|avvocat|sviluppator|capo|"
    "gerente|engenheir|comprador|assessor|contador|advogad|desenvolvedor|"
    "medewerker|adviseur|inkoper|verkoper|ontwikkelaar|hoofd|teamleider|boekhouder|jurist|monteur|verpleegkundige")
_JOB = re.compile(rf"\b(?:{_JOBS})\w{{0,5}}\b")
_LEVEL = re.compile(r"(?:l|g|m|p|ic|band|grade|level|stufe|niveau|nivel|livello|nivel|schaal|tv|eg|job grade|"
                    r"job level) ?\d{1,2} ?[a-e]?|junior|senior|mid|mid level|entry|entry level|intermediate|staff|"
                    r"principal|expert|professional|executive|experienced")
_PLACES = (
    "berlin|munich|munchen|hamburg|frankfurt|frankfurt am main|cologne|koln|stuttgart|dusseldorf|leipzig|dresden|bonn|"
    "hannover|nurnberg|bremen|essen|dortmund|mannheim|karlsruhe|munster|"
    "vienna|wien|graz|linz|salzburg|zurich|geneva|geneve|genf|basel|bern|lausanne|"
    "paris|lyon|marseille|lille|nantes|toulouse|bordeaux|strasbourg|nice|rennes|grenoble|montpellier|"
    "madrid|barcelona|valencia|sevilla|seville|bilbao|malaga|zaragoza|vigo|leon|granada|murcia|"
    "rome|roma|milan|milano|turin|torino|naples|napoli|bologna|florence|firenze|genoa|genova|venice|venezia|verona|"
    "bari|padova|trieste|palermo|"
    "lisbon|lisboa|porto|braga|coimbra|sao paulo|rio de janeiro|curitiba|recife|brasilia|belo horizonte|"
    "amsterdam|rotterdam|utrecht|the hague|den haag|eindhoven|groningen|brussels|bruxelles|brussel|antwerp|"
    "antwerpen|ghent|gent|liege|luxembourg|london|manchester|birmingham|leeds|edinburgh|glasgow|bristol|dublin|cork|"
    "oslo|bergen|stockholm|goteborg|gothenburg|malmo|copenhagen|aarhus|helsinki|tampere|warsaw|warszawa|krakow|"
    "gdansk|wroclaw|prague|praha|brno|budapest|bucharest|cluj|sofia|athens|istanbul|ankara|tallinn|riga|vilnius|"
    "zagreb|ljubljana|belgrade|kyiv|"
    "new york|boston|chicago|atlanta|austin|dallas|houston|denver|seattle|portland|san francisco|los angeles|"
    "san diego|phoenix|miami|philadelphia|washington|detroit|toronto|montreal|vancouver|ottawa|calgary|mexico city|"
    "ciudad de mexico|bogota|lima|santiago|buenos aires|tokyo|osaka|seoul|singapore|hong kong|shanghai|beijing|"
    "delhi|mumbai|bangalore|bengaluru|hyderabad|chennai|pune|sydney|melbourne|auckland|cape town|johannesburg|"
    "nairobi|lagos|cairo|tel aviv|dubai|remote|home office|headquarters|hq|"
    "germany|deutschland|austria|switzerland|france|spain|italy|portugal|netherlands|belgium|united kingdom|uk|"
    "ireland|norway|sweden|denmark|finland|poland|czech republic|hungary|romania|greece|turkey|usa|united states|"
    "canada|mexico|brazil|argentina|chile|colombia|japan|china|india|australia|south africa")
_DEPARTMENT, _PLACE = frozenset(_DEPARTMENTS.split("|")), frozenset(_PLACES.split("|"))


def is_department(text: str) -> bool:
    """Whether a text in normal form is what departments are called."""
    return text in _DEPARTMENT or text.removesuffix(" department").removesuffix(" team") in _DEPARTMENT


def is_job(text: str) -> bool:
    """Whether a text in normal form is what jobs are called."""
    return bool(_JOB.search(text))


def is_level(text: str) -> bool:
    """Whether a text in normal form is what grades are called."""
    return bool(_LEVEL.fullmatch(text))


def is_place(text: str) -> bool:
    """Whether a text in normal form is a large city or country, or the office itself."""
    return text in _PLACE or any(part in _PLACE for part in (text.rsplit(" ", 1)[0], text.split(" ")[0])
                                  if len(part) > 3)
