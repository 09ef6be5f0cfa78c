-- grain: one row of a pair's table that names its pair by people, with the day it speaks of
create temp table loose_row as
select 'check_in' as table_name, ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id,
       mentee_email, mentee_name, null::varchar as respondent_id, null::varchar as respondent_email,
       null::varchar as respondent_name, null::varchar as respondent, program, date as day
from raw_check_in where nullif(trim(pair_id), '') is null
union all
select 'vision', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email, mentee_name,
       null, null, null, null, program, coalesce(statement_date, reviewed_date)
from raw_vision where nullif(trim(pair_id), '') is null
union all
select 'goal', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email, mentee_name,
       null, null, null, null, program, coalesce(set_date, target_date)
from raw_goal where nullif(trim(pair_id), '') is null
union all
select 'milestone', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email,
       mentee_name, null, null, null, null, program, coalesce(completed_date, due_date)
from raw_milestone where nullif(trim(pair_id), '') is null
union all
select 'checklist', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email,
       mentee_name, null, null, null, null, program, done_date
from raw_checklist where nullif(trim(pair_id), '') is null
union all
select 'resource', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email,
       mentee_name, null, null, null, null, program, connected_date
from raw_resource where nullif(trim(pair_id), '') is null
union all
select 'feedback', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email,
       mentee_name, respondent_id, respondent_email, respondent_name, respondent, program, date
from raw_feedback where nullif(trim(pair_id), '') is null
union all
select 'recognition', ord, import_id, data_day, mentor_id, mentor_email, mentor_name, mentee_id, mentee_email,
       mentee_name, null, null, null, null, program, date
from raw_recognition where nullif(trim(pair_id), '') is null;
