-- grain: one row of a pair's additional supporter, known by name (else by person, else by its number in the file)
create temp table keyed_resource as
with meant as (
    select l.*, m.person_id as supporter,
           row_number() over (partition by l.import_id, l.pair_id, text_key(l.name), m.person_id order by l.ord) as number
    from located_resource l
    left join mention m on m.id is not distinct from nullif(trim(l.person_id), '')
        and m.email is not distinct from email_key(l.person_email)
        and m.name_key is not distinct from name_key(l.person_name)
    where l.pair_id is not null
)
select concat_ws(chr(31), pair_id, case when text_key(name) <> '' then text_key(name)
                                        else concat('#', coalesce(supporter, number::varchar)) end) as row_key,
       ord as rank, ord, data_day, null::boolean as derive_original, pair_id, name, supporter as person_id, kind,
       connected_date, import_id, source_file, source_sheet, source_row, extras
from meant;
