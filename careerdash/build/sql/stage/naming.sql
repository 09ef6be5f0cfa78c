-- grain: naming: one distinct way in which a person or pair row names a person; email_link: one e-mail of one naming
create temp table naming as
with written as (
    select person_id as id, email, name, alternate_emails as others, ord, true as roster from raw_person
    union all
    select mentor_id, mentor_email, mentor_name, mentor_alternate_emails, ord, false from raw_pair
    union all
    select mentee_id, mentee_email, mentee_name, mentee_alternate_emails, ord, false from raw_pair
), keyed as (
    select nullif(trim(id), '') as id, email_key(email) as email, name_key(name) as name_key,
           trim(name) as name, others, ord, roster
    from written
)
select id, email, name_key, arg_max(name, ord) as name, bool_or(roster) as roster, min(ord) as first_ord,
       max(ord) as last_ord, string_agg(distinct others, ';' order by others) as others
from keyed
where id is not null or email is not null or name_key is not null
group by id, email, name_key;

create temp table email_link as
select distinct id, email as main, email
from naming where email is not null
union
select id, email, email_key(other)
from (select id, email, unnest(regexp_split_to_array(others, '[;,\s]+')) as other from naming where others is not null)
where email_key(other) is not null;
