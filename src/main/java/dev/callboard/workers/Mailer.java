package dev.callboard.workers;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

import dev.callboard.refusals.Causes;
import dev.callboard.refusals.Unavailable;

/** Sends mail through the shop's SMTP server. */
public final class Mailer {
    private static final int TIMEOUT_MILLIS = 10_000;

    private static final Pattern PERMANENT_REPLY = Pattern.compile("5\\d\\d[ -]");

    private final URI server;
    private final String from;
    private final org.simplejavamail.api.mailer.Mailer mailer;

    /**
     * One message.
     *
     * @param messageId with angle brackets; the same for every repetition
     */
    public record Mail(String to, String subject, String text, String messageId) {}

    /**
     * @param server {@code smtp://user:password@host:port}, or {@code smtps://…} for TLS from the start
     * @param from sender of every mail
     */
    public Mailer(URI server, String from) {
        this.server = server;
        this.from = from;
        boolean tls = "smtps".equals(server.getScheme());
        String[] login = server.getRawUserInfo() == null ? new String[]{null, null}
                : (server.getUserInfo() + ":").split(":", 3);
        int port = server.getPort() > 0 ? server.getPort() : tls ? 465 : 25;
        this.mailer = MailerBuilder.withSMTPServer(server.getHost(), port, login[0], login[0] == null ? null : login[1])
                .withTransportStrategy(tls ? TransportStrategy.SMTPS : TransportStrategy.SMTP)
                .withSessionTimeout(TIMEOUT_MILLIS)
                // shop@localhost is an address too: what is none, the server refuses
                .clearEmailValidator().buildMailer();
    }

    /**
     * Hands the message to the server.
     *
     * @throws Unavailable where the server cannot take it now
     * @throws IllegalStateException where it refuses this mail for good
     */
    public void send(Mail mail) {
        try {
            mailer.sendMail(EmailBuilder.startingBlank().from(from).to(mail.to()).withSubject(mail.subject())
                    .withPlainText(mail.text()).fixingMessageId(mail.messageId()).buildEmail(), false).join();
        } catch (RuntimeException failure) {
            // what went wrong first: lists show the beginning, and most mail goes through one server
            String why = "SMTP " + innermost(failure);
            String where = " (" + server.getHost() + ":" + server.getPort() + ")";
            if (isRefusedForGood(failure)) {
                throw new IllegalStateException(why + ", refused for good" + where, failure);
            }
            throw new Unavailable(Unavailable.Service.MAIL, why + where, failure);
        }
    }

    /** A reply of the 500s is about this very mail (RFC 5321, 4.2.1): sending it again would be refused again. */
    private static boolean isRefusedForGood(Throwable failure) {
        return Causes.anyIs(failure, jakarta.mail.internet.AddressException.class) || Causes.of(failure)
                .map(Throwable::getMessage).filter(Objects::nonNull)
                .anyMatch(message -> PERMANENT_REPLY.matcher(message).lookingAt());
    }

    private static String innermost(Throwable failure) {
        String message = String.valueOf(Causes.innermost(failure).getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }
}
