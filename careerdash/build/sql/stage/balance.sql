-- grain: one import and table: rows that came, rows set aside, rows that landed in some key
create table row_balance as
with came as ({came}), landed as ({landed}),
aside as (select import_id, table_name, count(*) as set_aside from row_note where kind = 'error' group by all)
select c.import_id, c.table_name, c.came, coalesce(a.set_aside, 0) as set_aside, coalesce(l.landed, 0) as landed
from came c
left join landed l using (import_id, table_name)
left join aside a using (import_id, table_name)
order by c.import_id, c.table_name;
