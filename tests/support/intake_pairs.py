"""Pair lists, session logs, plans and roadmaps in the shapes of real exports. Header names are facts, people are invented."""
# ruff: noqa: E501 - the lines of the files are as long as they are

from .intake_files import Fixture

PAIRS = (
    Fixture("chronus_connections.csv", "pair", 2, """
Mentor Email Address,Mentee Email Address,Mentoring Connection Name
ines.varga@example.org,tom.ferrer@example.org,Ines and Tom
omar.lind@example.org,lea.brandt@example.org,Omar and Lea
""",
        "pair.mentor_email pair.mentee_email -"),
    Fixture("open_admin_matches.csv", "pair", 2, """
Mentor,Mentor Email,Mentee,Mentee Email,Area,Status,Requested,Accepted,Completed,Close Reason
Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,Data,active,2025-09-01,2025-09-04,,
Omar Lind,omar@example.org,Lea Brandt,lea@example.org,Design,completed,2025-01-10,2025-01-13,2025-12-01,goals reached
""",
        "pair.mentor_name pair.mentor_email pair.mentee_name pair.mentee_email - pair.status - pair.start_date "
        "pair.end_date pair.end_reason"),
    Fixture("open_admin_unassigned.csv", "pair", 1, """
Mentee Name,Mentor Name,Mentee Email,Mentor Email,Mentee Branch,Mentee Target Field,Mentor Target Field
Tom Ferrer,Ines Varga,tom@example.org,ines@example.org,North,Data,Data
Lea Brandt,Unassigned,lea@example.org,,South,Design,
""",
        "pair.mentee_name pair.mentor_name pair.mentee_email pair.mentor_email - - -"),
    Fixture("hand_kept_pairs.csv", "pair", 2, """
Mentor,Mentor email,Mentor email (2),Mentor phone #,Mentor grade,Mentee,Mentee email,Mentee email (2),Mentee phone #,Mentee grade,Subjects satisfied,Time restrictions
Ines Varga,ines@example.org,iv@example.net,555 0101,7,Tom Ferrer,tom@example.org,,555 0102,4,"Data, Writing",not Mondays
Ines Varga,ines@example.org,iv@example.net,555 0101,7,Lea Brandt,lea@example.org,lb@example.net,555 0103,5,Design,
""",
        "pair.mentor_name pair.mentor_email pair.mentor_alternate_emails - - pair.mentee_name pair.mentee_email "
        "pair.mentee_alternate_emails - - - -"),
    Fixture("employee_number_upload.csv", "pair", 2, """
mentor_employee_number,mentee_employee_number,mentee_full_name,hire_date,mentee_email,mentee_phone,active,notes
00417,01233,Tom Ferrer,2024-05-01,tom@example.org,,,first pair
00418,01234,Lea Brandt,2023-02-01,lea@example.org,,false,
""",
        "pair.mentor_id pair.mentee_id pair.mentee_name - pair.mentee_email - pair.status -"),
    Fixture("wide_mentees.csv", "pair", 2, """
family,mentor_name,mentor_email,mentee1_name,mentee1_email,mentee2_name,mentee2_email,weekly_points,total_points
Blue,Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,Lea Brandt,lea@example.org,3,12
Red,Omar Lind,omar@example.org,Mia Sand,mia@example.org,,,2,9
""",
        "- pair.mentor_name pair.mentor_email pair.mentee_name[1] pair.mentee_email[1] pair.mentee_name[2] "
        "pair.mentee_email[2] - -"),
    Fixture("qooper_manager_report.csv", "pair", 3, """
Matching Status,Program,Current Company/Organization,Mentor Name,Mentor Email,Registered (MM-DD-YYYY),Mentee Name,Mentee Email,Upcoming Meetings,Completed Meetings
Matched-Active,Rising,Acme,Ines Varga,ines@example.org,02-03-2026,Tom Ferrer,tom@example.org,1,4
Matched-Duration Completed,Rising,Acme,Omar Lind,omar@example.org,01-02-2025,Lea Brandt,lea@example.org,0,9
Match Request-Waiting Mentor Approval,Rising,Acme,Omar Lind,omar@example.org,03-04-2026,Mia Sand,mia@example.org,0,0
Unmatched,Rising,Acme,,,03-05-2026,Jon Reed,jon@example.org,0,0
""",
        "pair.status pair.program - pair.mentor_name pair.mentor_email - pair.mentee_name "
        "pair.mentee_email - -"),
    Fixture("mentor_collective_panel.csv", "pair", 2, """
Mentor name,Mentor email,Mentee name,Mentee email,Mentorship status,Reason for Unmatch,Date matched,Last conversation logged,Total conversations logged,Total priority flags reported,Mentee goal(s)
Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,Matched,,2025-09-04,2026-02-01,5,0,Find an internship
Omar Lind,omar@example.org,Lea Brandt,lea@example.org,Unmatched,Left the school,2025-09-05,,0,1,
""",
        "pair.mentor_name pair.mentor_email pair.mentee_name pair.mentee_email pair.status pair.end_reason "
        "pair.start_date check_in.date[last] - - goal.title"),
    Fixture("pushfar_relationships.csv", "pair", 2, """
mentor name,mentor email,mentee name,mentee email,relationship status,start date,total number of meetings,last meeting date,goals set,goals completed,messages sent
Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,Active,14/09/2025,5,20/02/2026,2,1,33
Omar Lind,omar@example.org,Lea Brandt,lea@example.org,Closed,15/01/2025,9,01/12/2025,1,1,12
""",
        "pair.mentor_name pair.mentor_email pair.mentee_name pair.mentee_email pair.status pair.start_date - "
        "check_in.date[last] - - -"),
    Fixture("higher_logic_relationships.csv", "pair", 3, """
Mentor Name,Mentor Email,Mentee Name,Mentee Email,Status,Date Requested,Date Accepted,Date Completed,Date Declined
Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,active,9/1/2025,9/4/2025,,
Omar Lind,omar@example.org,Lea Brandt,lea@example.org,completed,1/28/2025,1/30/2025,12/15/2025,
Omar Lind,omar@example.org,Mia Sand,mia@example.org,abandoned,2/2/2025,2/20/2025,,
""",
        "pair.mentor_name pair.mentor_email pair.mentee_name pair.mentee_email pair.status - pair.start_date "
        "pair.end_date -"),
    Fixture("issue_tracker_pairs.csv", "pair", 2, """
Mentor,Mentee,Track/Focus Area,Start Date [YYYY-MM-DD],End Date [YYYY-MM-DD],Expected Duration,Frequency [Weekly|Bi-weekly|Monthly]
Ines Varga,Tom Ferrer,Vision,2025-09-04,2026-03-04,6 months,Bi-weekly
Omar Lind,Lea Brandt,Language,2025-09-05,,6 months,Monthly
""",
        "pair.mentor_name pair.mentee_name - pair.start_date pair.end_date - pair.cadence_days"),
    Fixture("together_sessions.csv", "check_in", 2, """
Program,Mentor Email,Mentee Email,Session Date,Session Status,Duration (min)
Rising,ines@example.org,tom@example.org,2025-10-02,Completed,45
Rising,ines@example.org,tom@example.org,2025-10-30,Scheduled,
""",
        "check_in.program check_in.mentor_email check_in.mentee_email check_in.date check_in.status "
        "check_in.minutes"),
    Fixture("youth_session_log.csv", "check_in", 2, """
Mentor,Mentee,Date,Duration,Location,Activity type,Notes
Ines Varga,Tom Ferrer,3/14/26,1:30,Library,Homework,went well
Ines Varga,Tom Ferrer,3/28/26,45 min,Library,Talk,
""",
        "check_in.mentor_name check_in.mentee_name check_in.date check_in.minutes check_in.mode - check_in.notes"),
    Fixture("plan_on_file.xlsx", "vision", 2, """
"Mentoring plans on file, academic year 2025/26"

Mentee,Mentor,Department,Plan on file (Y/N),Date of plan,Last review
Tom Ferrer,Ines Varga,Surgery,Y,@2025-10-02,@2026-01-09
Lea Brandt,Omar Lind,Surgery,N,,
""",
        "vision.mentee_name vision.mentor_name - vision.on_file vision.statement_date vision.reviewed_date", sheet="Plans", header_rows=3),
    Fixture("grouped_pairs.xlsx", "pair", 2, """
Mentor,,Mentee,,Match,
Name,Email,Name,Email,Start date,Status
Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,@2025-09-04,Active
Omar Lind,omar@example.org,Lea Brandt,lea@example.org,@2025-09-05,On hold
""",
        "pair.mentor_name pair.mentor_email pair.mentee_name pair.mentee_email pair.start_date pair.status", merges=("A1:B1", "C1:D1", "E1:F1"),
        headers=(
            "Mentor Name",
            "Mentor Email",
            "Mentee Name",
            "Mentee Email",
            "Match Start date",
            "Match Status",
        )),
    Fixture("months_2025.xlsx", "pair", 2, """
"Check-ins 2025, day of the month"

Mentor,Mentee,Sep,Oct,Nov,Dec
Ines Varga,Tom Ferrer,=4,=2,,=11
Omar Lind,Lea Brandt,,=9,=13,
""",
        "pair.mentor_name pair.mentee_name check_in.date[2025-09] check_in.date[2025-10] check_in.date[2025-11] "
        "check_in.date[2025-12]", constants={"check_in.year": "2025"}, header_rows=3),
    Fixture("german_pairs.csv", "pair", 2, """
Mentorin,E-Mail Mentorin,Mentee,E-Mail Mentee,Beginn,Ende,Status,Rhythmus
Ines Varga,ines@example.org,Tom Ferrer,tom@example.org,04.09.2025,,aktiv,alle zwei Wochen
Omar Lind,omar@example.org,Lea Brandt,lea@example.org,05.01.2025,01.12.2025,abgeschlossen,monatlich
""",
        "pair.mentor_name pair.mentor_email pair.mentee_name pair.mentee_email pair.start_date pair.end_date "
        "pair.status pair.cadence_days", delimiter=";"),
    Fixture("wide_roadmap_bom.csv", "milestone", 2, """
Match ID,Milestone 1,Due 1,Done 1,Milestone 2,Due 2,Done 2
M-1,Observe two meetings,2025-10-01,2025-09-28,Present to the team,2025-12-01,
M-2,Take a course,2025-11-01,,,,
""",
        "milestone.pair_id milestone.title[1] milestone.due_date[1] milestone.completed_date[1] milestone.title[2] "
        "milestone.due_date[2] milestone.completed_date[2]"),
)
