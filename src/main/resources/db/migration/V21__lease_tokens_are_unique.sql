-- One lease is of one counter. Said by the schema, because nobody but its holder may read a token to check it.
alter table counter add constraint counter_token_unique unique (token);
