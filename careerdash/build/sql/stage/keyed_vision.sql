-- grain: one row of a pair's vision work
create temp table keyed_vision as
select pair_id as row_key, ord as rank, ord, data_day, null::boolean as derive_original, pair_id, explored_values,
       explored_experience, explored_aspirations, on_file, statement_date, reviewed_date,
       import_id, source_file, source_sheet, source_row, extras
from located_vision where pair_id is not null;
