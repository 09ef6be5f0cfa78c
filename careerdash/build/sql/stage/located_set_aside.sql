-- grain: one row of the table whose pair is unknown or ambiguous
insert into row_issue by name
select import_id, source_sheet as sheet, source_row as row, source_part as part, '{table}' as table_name,
       coalesce(problem, 'unknown_pair') as code, 'error' as kind,
       case when wrote_pair is not null then 'id' when candidates > 1 then 'several' else 'people' end as detail
from located_{table} where pair_id is null;
