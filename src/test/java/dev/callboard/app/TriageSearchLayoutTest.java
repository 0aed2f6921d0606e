package dev.callboard.app;

/** Triage while somebody types a search: a line says what cannot be read, and fields are suggested. */
class TriageSearchLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "triage-search";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("triage", "");
        console.hand().awaitText("Niamh Gallagher");
        console.typeInto("search", "error:smtp stake:>twenty or st");
        console.hand().awaitText("stake:>");
        console.hand().awaitText("step:");
    }
}
