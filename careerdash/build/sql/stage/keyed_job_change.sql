-- grain: one row of a job change with its key (person, day)
create temp table named_job_change as
select r.ord, case when m.known then m.person_id end as person_id, m.known,
       coalesce(r.person_id, r.person_email, r.person_name) is not null as named
from raw_job_change r
left join mention m on m.id is not distinct from nullif(trim(r.person_id), '')
    and m.email is not distinct from email_key(r.person_email) and m.name_key is not distinct from name_key(r.person_name);

insert into row_issue by name
select r.import_id, r.source_sheet as sheet, r.source_row as row, r.source_part as part, 'job_change' as table_name,
       case when not n.named then 'missing_person' when n.known then 'ambiguous_person' else 'unknown_person' end as code,
       'error' as kind
from raw_job_change r join named_job_change n using (ord) where n.person_id is null;

create temp table keyed_job_change as
select concat_ws(chr(31), n.person_id, r.change_date::varchar) as row_key, r.ord as rank, r.ord, r.data_day,
       null::boolean as derive_original, n.person_id, r.change_date, r.kind, r.old_level, r.new_level,
       r.import_id, r.source_file, r.source_sheet, r.source_row, r.extras
from raw_job_change r join named_job_change n using (ord) where n.person_id is not null;
