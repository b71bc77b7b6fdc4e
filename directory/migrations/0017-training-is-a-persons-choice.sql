-- Whether calls may be used for training is for a person to allow; what belongs to a team never is.

alter table organisation
  add constraint organisation_training check (kind = 'personal' or not allows_training);
