package dev.callboard.postgres;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Why a Postgres did not let us in, told apart for whoever sets up a connection. */
public enum PostgresFault {
    WRONG_PASSWORD, NO_PASSWORD, NO_DATABASE, NOT_LET_IN, FULL, TLS_NAME, TLS_TRUST, NO_TLS, UNKNOWN_HOST, REFUSED,
    SILENT, OTHER;

    /** Of a failure to connect; the driver translates its messages, so only names within them are relied on. */
    public static PostgresFault of(Throwable failure) {
        if (said(failure, "hostnameverifier")) {
            return TLS_NAME;
        }
        return switch (SqlFailures.sqlState(failure)) {
            case "28P01" -> WRONG_PASSWORD;
            case "28000" -> NOT_LET_IN;
            case "3D000" -> NO_DATABASE;
            case "53300" -> FULL;
            case "08004" -> said(failure, "ssl") ? NO_TLS : NO_PASSWORD;
            default -> ofNetwork(failure);
        };
    }

    private static PostgresFault ofNetwork(Throwable failure) {
        if (caused(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (caused(failure, ConnectException.class) || caused(failure, NoRouteToHostException.class)) {
            return REFUSED;
        }
        if (caused(failure, SocketTimeoutException.class)) {
            return SILENT;
        }
        // without a root certificate the driver cannot open its file
        return caused(failure, SSLException.class) || caused(failure, NoSuchFileException.class)
                || caused(failure, java.io.FileNotFoundException.class) ? TLS_TRUST : OTHER;
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
