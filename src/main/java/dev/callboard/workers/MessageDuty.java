package dev.callboard.workers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.outbox.LeasedRows;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.OutboxRow;
import dev.callboard.refusals.Unavailable;

/** Sends the messages of one kind that wait in the outbox. */
public final class MessageDuty implements Duty {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(30);
    private static final int BATCH = 3;

    private static final Logger LOG = LoggerFactory.getLogger(MessageDuty.class);

    private final OutboxKind kind;
    private final LeasedRows rows;
    private final Consumer<JsonNode> post;

    /** @param post sends what a row's payload says; {@link Unavailable} where nobody takes it now */
    private MessageDuty(OutboxKind kind, LeasedRows rows, Consumer<JsonNode> post) {
        this.kind = kind;
        this.rows = rows;
        this.post = post;
    }

    /** Mail, by the shop's mail server. */
    public static MessageDuty mail(LeasedRows rows, Mailer mailer) {
        return new MessageDuty(OutboxKind.MAIL, rows,
                mail -> mailer.send(new Mailer.Mail(mail.path("to").asText(), mail.path("subject").asText(),
                        mail.path("text").asText(), mail.path("messageId").asText())));
    }

    /** Alerts for another program. */
    public static MessageDuty webhook(LeasedRows rows, Webhook webhook) {
        return new MessageDuty(OutboxKind.WEBHOOK, rows, webhook::post);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean runOnce() {
        List<OutboxRow> batch = rows.lease(kind, LEASE, BATCH);
        batch.forEach(this::send);
        return batch.size() == BATCH;
    }

    private void send(OutboxRow row) {
        try {
            post.accept(row.payload());
            rows.done(row);
        } catch (Unavailable away) {
            LOG.warn("{} {} waits: {}", name(), row.id(), away.getMessage());
            rows.later(row, WHILE_AWAY, away.getMessage());
        } catch (RuntimeException failure) {
            rows.failed(row, failure);
        }
    }
}
