-- grain: one row that names a pair, with the pair it speaks of
insert into row_issue by name
select r.import_id, r.source_sheet as sheet, r.source_row as row, r.source_part as part, 'pair' as table_name,
       case when s.ord is not null then 'swapped_people'
            when coalesce(r.mentor_id, r.mentor_email, r.mentor_name) is null
              or coalesce(r.mentee_id, r.mentee_email, r.mentee_name) is null then 'missing_person'
            else 'ambiguous_person' end as code, 'error' as kind
from raw_pair r left join pair_swapped s using (ord) where r.ord not in (select ord from pair_row);

create temp table keyed_pair as
select p.row_key, r.ord as rank, r.ord, r.data_day, null::boolean as derive_original, p.row_key as pair_id,
       nullif(trim(r.program), '') as program, r.cohort, p.mentor as mentor_id, p.mentee as mentee_id, r.start_date,
       r.planned_end_date, r.end_date, r.end_reason, r.status, r.cadence_days,
       r.import_id, r.source_file, r.source_sheet, r.source_row, r.extras
from raw_pair r join pair_row p using (ord);
