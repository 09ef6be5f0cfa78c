-- grain: mention: one distinct way in which any row names a person (id, email, name_key), with the person meant
-- needs: naming, email_link, email_group(email, root) where addresses of one person are tied by a row that lists both
create temp table group_person as
with member as (
    select g.root, l.id from email_link l join email_group g on g.email = l.email where l.id is not null
), nameless as (  -- people by id whom no row gives an e-mail
    select id, min(name_key) as name_key from naming
    where id is not null group by id having count(email) = 0 and count(distinct name_key) = 1
), only_id as (
    select name_key, min(id) as id from naming where id is not null and name_key is not null
    group by name_key having count(distinct id) = 1
), only_group as (
    select n.name_key, min(g.root) as root from naming n join email_group g on g.email = n.email
    where n.id is null and n.name_key is not null group by n.name_key having count(distinct g.root) = 1
), by_name as (
    select og.root, min(o.id) as id
    from only_group og join only_id o using (name_key) join nameless l on l.id = o.id and l.name_key = o.name_key
    group by og.root having count(distinct o.id) = 1
)
select r.root, count(distinct m.id) as ids,
       case when count(distinct m.id) = 0 then coalesce(any_value(b.id), email_person(r.root))
            when count(distinct m.id) = 1 then min(m.id) end as person_id
from (select distinct root from email_group) r
left join member m on m.root = r.root
left join by_name b on b.root = r.root
group by r.root;

create temp table email_bearer as  -- one e-mail and a person who may be meant by it: several share it where there are ids
with direct as (select distinct email, id as person_id from email_link where id is not null),
rest as (  -- addresses that no id has: those of an id tied to them by a row that lists both, else of a person without one
    select g.email, p.person_id, case when p.ids > 0 then g.root end as tied
    from email_group g anti join direct o on o.email = g.email join group_person p on p.root = g.root
)
select email, person_id from direct
union
select email, person_id from rest where tied is null and person_id is not null
union
select r.email, d.person_id from rest r join email_group h on h.root = r.tied join direct d on d.email = h.email;

create temp table email_owner as  -- one row an e-mail: its person, null where several share it
select email, case when count(*) = 1 then min(person_id) end as person_id from email_bearer group by email;

create temp table shared_owner as  -- one row a shared e-mail and a name that only one of those who share it bears
select b.email, n.name_key, min(b.person_id) as person_id
from email_bearer b
join (select distinct id, name_key from naming where id is not null and name_key is not null) n on n.id = b.person_id
where b.email in (select email from email_owner where person_id is null)
group by b.email, n.name_key having count(distinct b.person_id) = 1;

create temp table name_bearer as  -- one name and a person who bears it
select distinct n.name_key, coalesce(n.id, o.person_id, s.person_id) as person_id
from naming n
left join email_owner o on o.email = n.email
left join shared_owner s on s.email = n.email and s.name_key = n.name_key
where n.name_key is not null and (n.id is not null or n.email is not null);

create temp table name_owner as  -- one row a name: its person, null where several people bear it
with named as (
    select name_key, count(distinct person_id) as people, min(person_id) as person_id from name_bearer group by name_key
)
select name_key, case when people = 1 then person_id end as person_id from named
union all
select distinct name_key, name_person(name_key) from naming
where id is null and email is null and name_key is not null and name_key not in (select name_key from named);

create temp table mention as
with used as (
    select id, email, name_key from naming
    union
    select nullif(trim(id), ''), email_key(email), name_key(name)
    from (
        select person_id as id, person_email as email, person_name as name from raw_job_change
        union all select manager_id, manager_email, manager_name from raw_person
        union all select person_id, person_email, person_name from raw_resource
        union all select mentor_id, mentor_email, mentor_name from loose_row
        union all select mentee_id, mentee_email, mentee_name from loose_row
        union all select respondent_id, respondent_email, respondent_name from loose_row
    )
), known as (select distinct id from naming where id is not null)
select u.id, u.email, u.name_key,
       case when u.id is not null then u.id
            when o.email is not null then coalesce(o.person_id, s.person_id)
            when n.name_key is not null then n.person_id
            when u.email is null then null end as person_id,
       case when u.id is not null then k.id is not null else o.email is not null or n.name_key is not null end as known
from used u
left join known k on k.id = u.id
left join email_owner o on o.email = u.email
left join shared_owner s on s.email = u.email and s.name_key = u.name_key
left join name_owner n on n.name_key = u.name_key;

insert into people by name
with named as (
    select m.person_id, n.name, n.email, n.roster, n.last_ord
    from naming n join mention m on m.id is not distinct from n.id and m.email is not distinct from n.email
        and m.name_key is not distinct from n.name_key
    where m.person_id is not null
)
select person_id, arg_max(name, (roster, last_ord)) as name, arg_max(email, (roster, last_ord)) as email
from named group by person_id order by person_id;

insert into identity by name
select distinct 'person' as kind, old_id, id from (
    select person_id as old_id, person_id as id from people
    union all
    select email_person(email), person_id from email_owner where person_id is not null
    union all
    select name_person(name_key), person_id from name_owner where person_id is not null
    union all
    select old_id, id from id_alias
) order by old_id, id;
