-- grain: person_choice: one person who may be meant by a way of naming (email, name_key) that fits several
create temp table person_choice as
with unclear as (
    select distinct email, name_key from mention where id is null and known and person_id is null
), fits as (
    select u.email, u.name_key, b.person_id from unclear u join email_bearer b on b.email = u.email
    union
    select u.email, u.name_key, b.person_id from unclear u join name_bearer b on b.name_key = u.name_key
    where u.email is null and b.person_id is not null
), department_of as (
    select person_id, arg_max(department, coalesce(hire_date, date '0001-01-01')) as department
    from person where department is not null and person_id in (select person_id from fits) group by person_id
), written as (
    select f.email, f.name_key, p.email as address, d.department,
           case when f.person_id in (select id from naming where id is not null) then f.person_id
                else coalesce(p.email, f.person_id) end as choice
    from fits f left join people p using (person_id) left join department_of d using (person_id)
)
select email, name_key, choice, choice || coalesce(' (' || nullif(concat_ws(', ', department, nullif(address, choice)), '')
                                                   || ')', '') as label
from written order by email, name_key, choice;

create temp table ambiguous (
    import_id integer, sheet varchar, "row" integer, part integer, table_name varchar, who varchar, written varchar,
    email varchar, name_key varchar);
