"""Rosters in the shapes of real HR exports. Header names are facts, people are invented."""
# ruff: noqa: E501 - the lines of the files are as long as they are

from .intake_files import Fixture

PEOPLE = (
    Fixture("mentorloop_signups.csv", "person", 2, """
Role ID,Name,Approved,Verified Email,Email,Signup Date,Completion,Last Activity Type
R-101,Ines Varga,True,True,ines@example.org,2025-08-01 09:12:00,100%,Logged in
R-102,Tom Ferrer,True,False,tom@example.org,2025-08-02 10:40:00,60%,Applied for program
""",
        "- person.name - - person.email - - -"),
    Fixture("together_users.csv", "person", 2, """
employeeId,supervisorId,firstName,middleName,lastName,preferredName,email,employeeStatusCode,alternateEmails,dateOfSeniority,dateInJob,departmentId,departmentName,lastHireDate,dateOfTermination,employeeTypeCode,fullTimeOrPartTimeCode,gender,officeId,officeAddress,originalHireDate,title,remote,addressState,addressCountry
000417,000400,Ines,,Varga,,ines@example.org,A,iv@example.net,2019-01-01T00:00:00.000Z,2021-01-01T00:00:00.000Z,D1,Finance,2019-01-01T00:00:00.000Z,,R,F,,O1,1 Main Road,2015-03-01T00:00:00.000Z,Analyst,false,,DE
000418,000417,Tom,K,Ferrer,,tom@example.org,T,,,,D2,IT,,2025-06-30T00:00:00.000Z,R,F,,O1,,2020-02-01T00:00:00.000Z,Engineer,true,,DE
""",
        "person.person_id person.manager_id person.name[first] person.name[middle] person.name[last] - "
        "person.email person.employment_status person.alternate_emails person.hire_date - - person.department "
        "person.hire_date person.exit_date - - - - person.location person.hire_date person.job_title - - -"),
    Fixture("workday_turnover.xlsx", "person", 2, """
"Turnover report, run 2026-03-01 06:00"
Effective as of 01 March 2026

Employee ID,Name,Department,Location,Level,Manager,Hire Date,Termination Date,Termination Type
000417,"Varga, Ines",Finance,Berlin,L5,"Ruiz, Ana",@2019-01-01,,
000418,"Ferrer, Tom",IT,Berlin,L3,"Varga, Ines",@2020-02-01,@2025-06-30,Voluntary

Applied filter: all active and terminated workers
""",
        "person.person_id person.name person.department person.location person.level person.manager_name "
        "person.hire_date person.exit_date person.exit_reason", header_rows=4),
    Fixture("workday_roster.csv", "person", 2, """
Workday ID,Legal Name,Email,Status,Hire Date,Termination Date,Manager Workday ID,Organization
W0001,Ines Varga,ines@example.org,Active,2019-01-01,,W0009,Finance
W0002,Tom Ferrer,tom@example.org,Terminated,2020-02-01,2025-06-30,W0001,IT
""",
        "person.person_id person.name person.email person.employment_status person.hire_date person.exit_date "
        "person.manager_id person.department"),
    Fixture("workday_eib.csv", "person", 2, """
EID,SSN,PIN,EMPLOYEE STATUS,LAST NAME,FIRST NAME,HIRE DATE,REHIRE DATE,DEPARTMENT,DEPARTMENT CODE,TERMINATION DATE,TERMINATION REASON CODE,ANNUAL SALARY,LOA DATE,LOA REASON
00417,123-45-6789,1111,A,Varga,Ines,01/15/2015,06/01/2019,Finance,10,,,70000,,
00418,219-09-9999,2222,T,Ferrer,Tom,02/20/2020,,IT,20,06/30/2025,Resignation,50000,,
""",
        "person.person_id refused refused person.employment_status person.name[last] person.name[first] person.hire_date "
        "person.hire_date person.department - person.exit_date person.exit_reason refused - -"),
    Fixture("successfactors_udf.csv", "person", 2, """
STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,JOBCODE,LOCATION,TIMEZONE,HIREDATE,EMPID,TITLE,CUSTOM01
Status,User ID,Username,First Name,Last Name,Gender,Email,Manager,Human Resource,Department,Job Code,Location,Time Zone,Hire Date,Employee ID,Title,Custom 01
active,U100,ivarga,Ines,Varga,,ines@example.org,NO_MGR,NO_HR,Finance (FIN),J1,Berlin (BER),Europe/Berlin,01/15/2019,100,Analyst,
inactive,U101,tferrer,Tom,Ferrer,,tom@example.org,U100,NO_HR,IT (IT),J2,Berlin (BER),Europe/Berlin,02/20/2020,101,Engineer,
""",
        "person.employment_status person.person_id - person.name[first] person.name[last] - person.email "
        "person.manager_id - person.department - person.location - person.hire_date - person.job_title -", header_rows=2),
    Fixture("bamboohr_report.csv", "person", 2, """
Employee #,"Last name, First name",Hire Date,Status,jobInfo.department,jobInfo.reportsTo,employmentStatus.terminationTypeId,terminationDate
17,"Varga, Ines",01/15/2019,Active,Finance,"Ruiz, Ana",,
18,"Ferrer, Tom",02/20/2020,Inactive,IT,"Varga, Ines",Voluntary,06/30/2025
""",
        "person.person_id person.name person.hire_date person.employment_status person.department "
        "person.manager_name person.exit_reason person.exit_date"),
    Fixture("ukg_roster.csv", "person", 2, """
EmployeeNumber,FirstName,LastName,FullOrPartTime,HourlyOrSalaried,Date of hire,Date of original hire,JobCode,LocationCode,OrgLevel1,Termination Date,Termination Details
000417,Ines,Varga,F,S,2019-01-15,2015-03-01,J1,BER,Finance,,
000418,Tom,Ferrer,P,H,2020-02-20,2020-02-20,J2,BER,IT,2025-06-30,Resignation
""",
        "person.person_id person.name[first] person.name[last] - - person.hire_date person.hire_date - "
        "person.location person.department person.exit_date person.exit_reason"),
    Fixture("titled_roster.xlsx", "person", 2, """
Hired and status list 3/1/2026 6:00 AM
Employee #,Last Name,First Name,Primary Position,Hired Date,Status
=417,Varga,Ines,Analyst,@2019-01-15 00:00,Active
=418,Ferrer,Tom,Engineer,@2020-02-20 00:00,Cessato
Filter: Status is not blank; Company = all
""",
        "person.person_id person.name[last] person.name[first] person.job_title person.hire_date "
        "person.employment_status", header_rows=2),
    Fixture("italian_roster.csv", "person", 2, """
Employee Number,First Name,Last Name,Department,Birth Date,Hire Date,Termination Date,FTE,USA Category,Contract Type,TFR,Status
417,Ines,Varga,Finanza,13/04/1980,15/01/2019,,1,,Permanent,,Attivo
418,Tom,Ferrer,IT,01/02/1990,20/02/2020,30/06/2025,"0,5",,Permanent,,Cessato
""",
        "person.person_id person.name[first] person.name[last] person.department refused person.hire_date "
        "person.exit_date - - - - person.employment_status", delimiter=";"),
    Fixture("netsuite_search.csv", "person", 2, """
ID,Name,Job Title,Department,Employee Status,Hire Date,Termination Date,Birth Date,Gender,Ethnicity,Supervisor,Adjusted Hire Date
1,Ines Varga,Analyst,Finance,Active,1/15/2019,,4/13/1980,F,,Ana Ruiz,
2,Tom Ferrer,Engineer,IT,Terminated,2/20/2020,6/30/2025,2/1/1990,M,,Ines Varga,
""",
        "person.person_id person.name person.job_title person.department person.employment_status person.hire_date "
        "person.exit_date refused - - person.manager_name person.hire_date"),
    Fixture("river_profiles.csv", "person", 2, """
User ID,First Name,Last Name,Email,Department,Job Title,Location,Role,Last Login
u1,Ines,Varga,ines@example.org,Finance,Analyst,Berlin,Mentor,2026-02-01
u2,Tom,Ferrer,tom@example.org,IT,Engineer,Berlin,Mentee,2026-02-03
""",
        "person.person_id person.name[first] person.name[last] person.email person.department person.job_title "
        "person.location - -"),
)
