package dev.callboard.redis;

import java.net.ConnectException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import org.redisson.client.RedisTimeoutException;

import dev.callboard.refusals.Causes;

/** Why a Redis did not let us in, told apart for whoever sets up a connection. */
public enum RedisFault {
    WRONG_PASSWORD, NO_PASSWORD, RIGHTS, NO_MASTER, NO_CLUSTER, TLS_NAME, TLS_TRUST, NO_TLS, UNKNOWN_HOST, REFUSED,
    SILENT, OTHER;

    /** Of a failure to connect or of a first look. */
    public static RedisFault of(Throwable failure) {
        if (Causes.anySays(failure, "wrongpass")) {
            return WRONG_PASSWORD;
        }
        if (Causes.anySays(failure, "noauth")) {
            return NO_PASSWORD;
        }
        if (Causes.anySays(failure, "noperm")) {
            return RIGHTS;
        }
        if (Causes.anySays(failure, "cluster support disabled")) {
            return NO_CLUSTER;
        }
        if (Causes.anyIs(failure, SSLException.class)) {
            return ofTls(failure);
        }
        return ofNetwork(failure);
    }

    private static RedisFault ofTls(Throwable failure) {
        if (Causes.anySays(failure, "not an ssl/tls record")) {
            return NO_TLS;
        }
        return Causes.anySays(failure, "subject alternative") || Causes.anySays(failure, "no name matching") ? TLS_NAME
                : TLS_TRUST;
    }

    private static RedisFault ofNetwork(Throwable failure) {
        if (Causes.anyIs(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (Causes.anyIs(failure, ConnectException.class) || Causes.anySays(failure, "connection refused")) {
            return REFUSED;
        }
        if (Causes.anySays(failure, "no such master") || Causes.anySays(failure, "can't be located")
                || Causes.anySays(failure, "master address")) {
            return NO_MASTER;
        }
        return Causes.anyIs(failure, RedisTimeoutException.class) || isWordless(failure) ? SILENT : OTHER;
    }

    private static boolean isWordless(Throwable failure) {
        return Causes.innermost(failure).getMessage() == null;
    }
}
