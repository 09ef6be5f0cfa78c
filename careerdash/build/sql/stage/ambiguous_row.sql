-- grain: one row of {table} that was set aside because several people fit the way in which it names its {who}
insert into ambiguous by name
select i.import_id, i.sheet, i.row, i.part, i.table_name, '{who}' as who,
       case when nullif(trim(r.{stem}email), '') is null then trim(r.{stem}name)
            else coalesce(nullif(trim(r.{stem}name), '') || ' <' || trim(r.{stem}email) || '>', trim(r.{stem}email))
       end as written,
       email_key(r.{stem}email) as email, name_key(r.{stem}name) as name_key
from row_issue i join raw_{table} r on r.import_id = i.import_id and r.source_sheet is not distinct from i.sheet
    and r.source_row = i.row and r.source_part = i.part
where i.code = 'ambiguous_person' and i.table_name = '{table}' and nullif(trim(r.{id}), '') is null
  and exists (select 1 from person_choice c where c.email is not distinct from email_key(r.{stem}email)
                and c.name_key is not distinct from name_key(r.{stem}name));
