package dev.callboard.app;

/** The question whether to cancel many orders, with its sums, over Triage with ticked rows. */
class BulkCancelLayoutTest extends ScreenLayout {
    /** No more than the orders that failed; without the search there are other programs' jobs as well. */
    private static final int FEW = 38;

    @Override
    String picture() {
        return "bulk-cancel";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("triage", "stake:>20");
        console.awaitRows(FEW);
        console.tick();
        console.hand().press("cancelSelected");
        console.hand().awaitText("CANCELLED");
        console.hand().type("bulkName", "quayside-p");
    }
}
