package dev.callboard.app;

/** The question whether to cancel one order, with its effects, over Triage. */
class CancelDialogLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "cancel-dialog";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("triage", "20811");
        console.awaitRows(1);
        console.hand().press("cancel");
        console.hand().awaitText("HOS-25M-G");
        console.hand().type("typed", "quayside-prod");
    }
}
