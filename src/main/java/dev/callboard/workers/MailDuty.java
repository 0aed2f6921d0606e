package dev.callboard.workers;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.outbox.LeasedRows;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.OutboxRow;
import dev.callboard.refusals.Unavailable;

/** Sends the messages that wait in the outbox. */
public final class MailDuty implements Duty {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(30);
    private static final int BATCH = 3;

    private static final Logger LOG = LoggerFactory.getLogger(MailDuty.class);

    private final LeasedRows rows;
    private final Mailer mailer;

    public MailDuty(LeasedRows rows, Mailer mailer) {
        this.rows = rows;
        this.mailer = mailer;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean runOnce() {
        List<OutboxRow> batch = rows.lease(OutboxKind.MAIL, LEASE, BATCH);
        batch.forEach(this::send);
        return batch.size() == BATCH;
    }

    private void send(OutboxRow row) {
        JsonNode mail = row.payload();
        try {
            mailer.send(new Mailer.Mail(mail.path("to").asText(), mail.path("subject").asText(),
                    mail.path("text").asText(), mail.path("messageId").asText()));
            rows.done(row);
        } catch (Unavailable away) {
            LOG.warn("mail {} waits: {}", row.id(), away.getMessage());
            rows.later(row, WHILE_AWAY, away.getMessage());
        } catch (RuntimeException failure) {
            rows.failed(row, failure);
        }
    }
}
