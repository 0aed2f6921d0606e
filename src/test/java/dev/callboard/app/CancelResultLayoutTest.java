package dev.callboard.app;

import java.util.Iterator;
import java.util.List;

/** What a cancel did, in the place of the question; each language cancels an order of its own. */
class CancelResultLayoutTest extends ScreenLayout {
    private static final String REASON = "asked at the counter";
    private static final Iterator<String> ORDERS = List.of("20776", "20777", "20778", "20779").iterator();

    @Override
    String picture() {
        return "cancel-result";
    }

    @Override
    void arrange(RenderedConsole console) {
        String order = ORDERS.next();
        console.go("triage", order);
        console.awaitRows(1);
        console.hand().press("cancel");
        console.hand().type("reason", REASON);
        console.hand().type("typed", "quayside-prod");
        console.hand().press("confirm");
        console.hand().awaitText(REASON);
    }
}
