-- grain: one row that a build set aside or remarked on, with a sentence that says what to do
create table row_note as
with sentence(code, detail, text) as (values
    ('unknown_pair', 'id', 'No file names the pair with this id; the row waits and comes in once a file brings the pair.'),
    ('unknown_pair', 'people', 'No file names a pair of these people; the row waits and comes in once a file brings the pair.'),
    ('unknown_pair', 'several', 'Several pairs fit these people and this day; add the pair id or the program.'),
    ('unknown_person', null, 'No file names this person; the row waits and comes in once a file brings the person.'),
    ('ambiguous_person', null, 'Several people fit this name or e-mail; write the id or the e-mail of the one that is meant in its place.'),
    ('missing_person', null, 'The row names no person; fill in the id, the e-mail or the name.'),
    ('missing_value', null, 'The row does not say whom it is about; fill in the pair or the person.'),
    ('swapped_people', null, 'The row has mentor and mentee the other way round than an older row; swap them.'),
    ('start_assumed', null, 'The pair has no start date; the start of its program, its first dated row or the data day was assumed.')
)
select i.import_id, i.sheet, i.row, i.part, i.table_name, null::varchar as column_name, i.code,
       coalesce(s.text, p.text, 'The row could not be placed; look at its pair and people.') as message, i.kind
from row_issue i
left join sentence s on s.code = i.code and s.detail is not distinct from i.detail
left join (select code, any_value(text order by detail nulls first) as text from sentence group by code) p on p.code = i.code
order by i.import_id, i.table_name, i.sheet, i.row, i.part, i.code;
