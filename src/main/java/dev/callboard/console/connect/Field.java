package dev.callboard.console.connect;

/** The fields of a connection. */
public enum Field {
    NAME, ENVIRONMENT, PG_HOSTS, PG_DATABASE, PG_USER, PG_PASSWORD, PG_TLS, REDIS_KIND, REDIS_NODES, REDIS_MASTER,
    REDIS_USER, REDIS_PASSWORD, REDIS_TLS
}
