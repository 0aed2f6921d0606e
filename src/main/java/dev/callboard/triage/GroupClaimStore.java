package dev.callboard.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of claims. */
final class GroupClaimStore {

    List<GroupClaim> all(Transaction tx) {
        return tx.handle().createQuery("""
                select fingerprint, at, login, note, login = session_user as mine from group_claim order by fingerprint
                """).map(GroupClaimStore::claim).list();
    }

    Optional<GroupClaim> find(Transaction tx, String fingerprint) {
        return tx.handle().createQuery("""
                select fingerprint, at, login, note, login = session_user as mine from group_claim
                where fingerprint = :fingerprint
                """).bind("fingerprint", fingerprint).map(GroupClaimStore::claim).findOne();
    }

    private static GroupClaim claim(ResultSet row, StatementContext context) throws SQLException {
        return new GroupClaim(row.getString("fingerprint"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("login"), row.getString("note"), row.getBoolean("mine"));
    }

    /** @return false where somebody has it already */
    boolean claim(Transaction tx, String fingerprint, String note) {
        return tx.handle().createUpdate("""
                insert into group_claim (fingerprint, note) values (:fingerprint, :note) on conflict do nothing
                """).bind("fingerprint", fingerprint).bind("note", note).execute() == 1;
    }

    /** @return false where this login does not have it */
    boolean rewrite(Transaction tx, String fingerprint, String note) {
        return tx.handle().createUpdate("""
                update group_claim set note = :note where fingerprint = :fingerprint and login = session_user
                """).bind("fingerprint", fingerprint).bind("note", note).execute() == 1;
    }

    /** @return who had it; empty where nobody had it any more */
    Optional<String> release(Transaction tx, String fingerprint) {
        return tx.handle().createQuery("delete from group_claim where fingerprint = :fingerprint returning login")
                .bind("fingerprint", fingerprint).mapTo(String.class).findOne();
    }

    Optional<String> holder(Transaction tx, String fingerprint) {
        return tx.handle().createQuery("select login from group_claim where fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint).mapTo(String.class).findOne();
    }
}
