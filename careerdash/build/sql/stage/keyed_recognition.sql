-- grain: one achievement recognised or plan adjusted of a pair
create temp table keyed_recognition as
select concat_ws(chr(31), pair_id, date::varchar, coalesce(kind, '')) as row_key, ord as rank, ord, data_day,
       null::boolean as derive_original, pair_id, date, kind, note,
       import_id, source_file, source_sheet, source_row, extras
from located_recognition where pair_id is not null;
