-- grain: one row of one checklist item of a pair
create temp table keyed_checklist as
select concat_ws(chr(31), pair_id, item::varchar) as row_key, ord as rank, ord, data_day,
       null::boolean as derive_original, pair_id, item, done, done_date,
       import_id, source_file, source_sheet, source_row, extras
from located_checklist where pair_id is not null;
