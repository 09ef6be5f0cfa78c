-- grain: one row of a program with its name as key
create temp table keyed_program as
select trim(program) as row_key, ord as rank, ord, data_day, null::boolean as derive_original, trim(program) as program,
       participation, assignment, cadence_days, start_date, end_date, import_id, source_file, source_sheet, source_row,
       extras
from raw_program where nullif(trim(program), '') is not null;
