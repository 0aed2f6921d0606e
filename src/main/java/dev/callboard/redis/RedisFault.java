package dev.callboard.redis;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.redisson.client.RedisTimeoutException;

/** Why a Redis did not let us in, told apart for whoever sets up a connection. */
public enum RedisFault {
    WRONG_PASSWORD, NO_PASSWORD, RIGHTS, NO_MASTER, NO_CLUSTER, TLS_NAME, TLS_TRUST, NO_TLS, UNKNOWN_HOST, REFUSED,
    SILENT, OTHER;

    /** Of a failure to connect or of a first look. */
    public static RedisFault of(Throwable failure) {
        if (said(failure, "wrongpass")) {
            return WRONG_PASSWORD;
        }
        if (said(failure, "noauth")) {
            return NO_PASSWORD;
        }
        if (said(failure, "noperm")) {
            return RIGHTS;
        }
        if (said(failure, "cluster support disabled")) {
            return NO_CLUSTER;
        }
        if (caused(failure, SSLException.class)) {
            return ofTls(failure);
        }
        return ofNetwork(failure);
    }

    private static RedisFault ofTls(Throwable failure) {
        if (said(failure, "not an ssl/tls record")) {
            return NO_TLS;
        }
        return said(failure, "subject alternative") || said(failure, "no name matching") ? TLS_NAME : TLS_TRUST;
    }

    private static RedisFault ofNetwork(Throwable failure) {
        if (caused(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (caused(failure, ConnectException.class) || said(failure, "connection refused")) {
            return REFUSED;
        }
        if (said(failure, "no such master") || said(failure, "can't be located") || said(failure, "master address")) {
            return NO_MASTER;
        }
        return caused(failure, RedisTimeoutException.class) || isWordless(failure) ? SILENT : OTHER;
    }

    private static boolean isWordless(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure).getMessage() == null;
    }

    private static boolean said(Throwable failure, String word) {
        return causes(failure).anyMatch(
                cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains(word));
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
