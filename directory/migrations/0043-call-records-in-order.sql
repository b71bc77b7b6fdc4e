-- New calls are the last of their organisation and of their listing. In an index in which they come first each full page
-- is split in half; in this order pages are filled one after the other, and a row costs PostgreSQL an eighth less.
-- Both directions are read alike.

drop index call_record_of_organisation;
create index call_record_of_organisation on call_record (organisation_id, at);
drop index call_record_of_listing;
create index call_record_of_listing on call_record (listing_id, at);
