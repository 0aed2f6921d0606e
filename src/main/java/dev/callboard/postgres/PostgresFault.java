package dev.callboard.postgres;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;

import javax.net.ssl.SSLException;

import dev.callboard.refusals.Causes;

/** Why a Postgres did not let us in, told apart for whoever sets up a connection. */
public enum PostgresFault {
    WRONG_PASSWORD, NO_PASSWORD, NO_DATABASE, NOT_LET_IN, FULL, TLS_NAME, TLS_TRUST, NO_TLS, UNKNOWN_HOST, REFUSED,
    SILENT, OTHER;

    /** Of a failure to connect; the driver translates its messages, so only names within them are relied on. */
    public static PostgresFault of(Throwable failure) {
        if (Causes.anySays(failure, "hostnameverifier")) {
            return TLS_NAME;
        }
        return switch (SqlFailures.sqlState(failure)) {
            case "28P01" -> WRONG_PASSWORD;
            case "28000" -> NOT_LET_IN;
            case "3D000" -> NO_DATABASE;
            case "53300" -> FULL;
            case "08004" -> Causes.anySays(failure, "ssl") ? NO_TLS : NO_PASSWORD;
            default -> ofNetwork(failure);
        };
    }

    private static PostgresFault ofNetwork(Throwable failure) {
        if (Causes.anyIs(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (Causes.anyIs(failure, ConnectException.class) || Causes.anyIs(failure, NoRouteToHostException.class)) {
            return REFUSED;
        }
        if (Causes.anyIs(failure, SocketTimeoutException.class)) {
            return SILENT;
        }
        // without a root certificate the driver cannot open its file
        return Causes.anyIs(failure, SSLException.class) || Causes.anyIs(failure, NoSuchFileException.class)
                || Causes.anyIs(failure, java.io.FileNotFoundException.class) ? TLS_TRUST : OTHER;
    }
}
