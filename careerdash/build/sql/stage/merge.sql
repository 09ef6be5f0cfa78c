-- grain: one row a key: of each field the newest value that any row has
insert into {table} by name
with repeated as (select row_key from keyed_{table} group by row_key having count(*) > 1)
select * exclude (row_key, rank, ord, data_day, derive_original), data_day as row_data_day
from keyed_{table} anti join repeated using (row_key)
union all by name
select arg_max(columns(* exclude (row_key, rank, ord, data_day, derive_original)), rank), max(data_day) as row_data_day
from keyed_{table} semi join repeated using (row_key)
group by row_key;
