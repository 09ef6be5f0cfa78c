"""Survey exports with one, two and three header rows. Header names are facts, people are invented."""
# ruff: noqa: E501 - the lines of the files are as long as they are

from .intake_files import Fixture

SURVEYS = (
    Fixture("qualtrics_export.csv", "feedback", 3, """
StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2,Q3,Q4
Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,Are you a mentor or a mentee?,"Overall, how satisfied are you with
your mentoring relationship?",How likely are you to recommend the program?,What is the most important thing you have learned so far?
"{""ImportId"":""startDate"",""timeZone"":""Z""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""IPAddress""}","{""ImportId"":""Progress""}","{""ImportId"":""Duration (in seconds)""}","{""ImportId"":""Finished""}","{""ImportId"":""RecordedDate""}","{""ImportId"":""ResponseId""}","{""ImportId"":""RecipientLastName""}","{""ImportId"":""RecipientFirstName""}","{""ImportId"":""RecipientEmail""}","{""ImportId"":""ExternalReference""}","{""ImportId"":""LocationLatitude""}","{""ImportId"":""LocationLongitude""}","{""ImportId"":""DistributionChannel""}","{""ImportId"":""UserLanguage""}","{""ImportId"":""Q1""}","{""ImportId"":""Q2""}","{""ImportId"":""Q3""}","{""ImportId"":""Q4""}"
2026-02-03 10:00:00,2026-02-03 10:04:00,IP Address,,100,240,True,2026-02-03 10:04:01,R_1a2b3c3,Okafor,Adae,ada3@example.org,,,,email,EN,Mentor,Very satisfied,9,Ask earlier for advice.
2026-02-04 10:00:00,2026-02-04 10:04:00,IP Address,,100,240,True,2026-02-04 10:04:01,R_1a2b3c4,Okafor,Adaf,ada4@example.org,,,,email,EN,Mentee,Neither satisfied nor dissatisfied,6,Ask earlier for advice.
2026-02-05 10:00:00,2026-02-05 10:04:00,Survey Preview,,100,240,True,2026-02-05 10:04:01,R_1a2b3c5,Okafor,Adag,ada5@example.org,,,,email,EN,Mentee,Satisfied,8,Ask earlier for advice.
2026-02-06 10:00:00,2026-02-06 10:04:00,IP Address,,40,240,False,2026-02-06 10:04:01,R_1a2b3c6,Okafor,Adah,ada6@example.org,,,,email,EN,Mentee,,7,Ask earlier for advice.
""",
        "feedback.date feedback.date - - - - - feedback.date feedback.feedback_id feedback.respondent_name[last] "
        "feedback.respondent_name[first] feedback.respondent_email - - - - - feedback.respondent "
        "feedback.satisfaction feedback.recommend feedback.lesson_learned", header_rows=2),
    Fixture("microsoft_forms.xlsx", "feedback", 2, """
ID,Start time,Completion time,Email,Name,Last modified time,Your work email,Are you a mentor or a mentee?,How satisfied are you with your mentoring?,Have you met in the last month?,Anything else to share?
=1,@2026-02-03 10:00,@2026-02-03 10:04,anonymous,,,ines@example.org,Mentor,Satisfied,Yes,"It goes well, thank you."
=2,@2026-02-14 10:00,@2026-02-14 10:09,anonymous,,,tom@example.org,Mentee,Very satisfied,No,
""",
        "feedback.feedback_id feedback.date feedback.date feedback.respondent_email feedback.respondent_name "
        "feedback.date feedback.respondent_email feedback.respondent feedback.satisfaction feedback.met "
        "feedback.comment"),
    Fixture("google_forms.csv", "feedback", 2, """
Timestamp,Email Address,Are you a mentor or mentee?,"Overall, how satisfied are you with your match? (1-5)",How likely are you to recommend this program? (0-10),What did you learn?
2026/02/20 10:00:00 AM,ines@example.org,Mentor,4,9,To listen before giving advice.
2026/02/27 3:00:00 PM GMT+3,tom@example.org,Mentee,5,10,How to plan a year ahead.
""",
        "feedback.date feedback.respondent_email feedback.respondent feedback.satisfaction feedback.recommend "
        "feedback.lesson_learned"),
    Fixture("surveymonkey_mentees.csv", "feedback", 2, """
Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"Overall, how satisfied are you with your mentor?",What has helped you so far?,,,Do you have any other comments?
,,,,,,,,,Response,Meetings,Materials,Other people,Open-Ended Response
114000000001,400,02/13/2026 09:00:00 AM,02/13/2026 09:05:00 AM,,tom@example.org,Tom,Ferrer,,Satisfied,Meetings,,Other people,More time would help.
114000000002,400,02/14/2026 09:00:00 AM,02/14/2026 09:03:00 AM,,lea@example.org,Lea,Brandt,,Very dissatisfied,,,,
""",
        "feedback.feedback_id - feedback.date feedback.date - feedback.respondent_email "
        "feedback.respondent_name[first] feedback.respondent_name[last] - feedback.satisfaction - - - "
        "feedback.comment",
        headers=(
            "Respondent ID",
            "Collector ID",
            "Start Date",
            "End Date",
            "IP Address",
            "Email Address",
            "First Name",
            "Last Name",
            "Custom Data 1",
            "Overall, how satisfied are you with your mentor?",
            "What has helped you so far?: Meetings",
            "What has helped you so far?: Materials",
            "What has helped you so far?: Other people",
            "Do you have any other comments?",
        )),
)
