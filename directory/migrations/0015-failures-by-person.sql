-- The newest failure of a person with a connector is looked for whenever a call needs that person.

create index connect_trace_of_person on connect_trace (person_id, listing_id, created_at);
