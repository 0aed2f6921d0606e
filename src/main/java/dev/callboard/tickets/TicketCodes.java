package dev.callboard.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** Between a ticket's id and what the screens and the visitor's paper call it. */
public final class TicketCodes {
    private static final Pattern CODE = Pattern.compile("[^\\x00]{1,30}-(\\d{3,9})");

    private final Database database;
    private final TicketCodeStore store;

    public TicketCodes(Database database, BusinessDay businessDay) {
        this.database = database;
        this.store = new TicketCodeStore(businessDay);
    }

    /** The codes of these tickets by their ids, of whatever day; ids of none are left out. */
    public Map<UUID, String> of(List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.transaction(tx -> store.codes(tx, ids));
    }

    /**
     * The id of a ticket by its code or its id. A code is that of a ticket of this business day, or of one that is still
     * open; an id need not be anybody's.
     *
     * @throws Refusal {@code not_found}; {@code ambiguous} where one of an earlier day is still open under that code
     */
    public UUID idOf(String codeOrId) {
        if (codeOrId.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return UUID.fromString(codeOrId);
        }
        Matcher code = CODE.matcher(codeOrId);
        List<UUID> found = !code.matches() ? List.of()
                : database.transaction(tx -> store.ofCode(tx, codeOrId, Integer.parseInt(code.group(1))));
        if (found.size() > 1) {
            throw new Refusal("ambiguous", "There are tickets " + codeOrId + " of several days: name the id, "
                    + found.stream().map(UUID::toString).collect(Collectors.joining(" or ")) + ".");
        }
        return found.stream().findFirst().orElseThrow(() -> new Refusal("not_found", "There is no ticket "
                + Refusal.shortened(codeOrId) + " today; one of another day is named by its id."));
    }
}
