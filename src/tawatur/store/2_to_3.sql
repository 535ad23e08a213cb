-- Reasons are kept by name, and worded where they are shown: what linking wrote is put aside, and the run that
-- brings the case up links it anew. Incidents keep their ids and claims.
update incidents set record = json_set(record, '$.reasons', json('[]'), '$.copies', json('[]'));
delete from proposals;
delete from sums;
delete from copies;
delete from state where key in ('linked', 'stood', 'finished');
