-- grain: one roster row with the spell (person, hire date) it speaks of
create temp table named_person as
select r.ord, m.person_id, b.person_id as manager
from raw_person r
left join mention m on m.id is not distinct from nullif(trim(r.person_id), '')
    and m.email is not distinct from email_key(r.email) and m.name_key is not distinct from name_key(r.name)
left join mention b on b.id is not distinct from nullif(trim(r.manager_id), '')
    and b.email is not distinct from email_key(r.manager_email)
    and b.name_key is not distinct from name_key(r.manager_name);

insert into row_issue by name
select r.import_id, r.source_sheet as sheet, r.source_row as row, r.source_part as part, 'person' as table_name,
       case when coalesce(nullif(trim(r.person_id), ''), email_key(r.email), name_key(r.name)) is null
            then 'missing_person' else 'ambiguous_person' end as code, 'error' as kind
from raw_person r join named_person n using (ord) where n.person_id is null;

create temp table keyed_person as
select concat_ws(chr(31), n.person_id, coalesce(r.hire_date::varchar, '')) as row_key, r.ord as rank, r.ord, r.data_day,
       null::boolean as derive_original, n.person_id, r.name, r.email, r.alternate_emails, r.department, r.level,
       r.location, r.job_title, n.manager as manager_id, r.hire_date, r.exit_date, r.exit_reason,
       r.employment_status, r.import_id, r.source_file, r.source_sheet, r.source_row, r.extras
from raw_person r join named_person n using (ord) where n.person_id is not null;
