package dev.callboard.app;

/** Triage, whole in every language and size. */
class TriageLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "triage";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("triage", "");
        console.hand().awaitText("Niamh Gallagher");
    }
}
