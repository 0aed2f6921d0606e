package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.console.Fx;
import dev.callboard.parts.FocusStops;
import javafx.scene.Node;

/** The tab key walks through everything that can be worked on a screen, as people read, and back again. */
class FocusOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {"desk", "floor", "triage", "orders", "stock", "activity", "settings"})
    void tabComesToEveryControlInReadingOrderAndBack(String place) {
        try (RenderedConsole console = new RenderedConsole(Locale.UK)) {
            console.front(place);
            // what is read later brings controls of its own
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> walksThroughAll(console));
        }
    }

    private static void walksThroughAll(RenderedConsole console) {
        List<Node> stops = Fx.on(() -> FocusStops.in(console.root()));
        assertThat(Fx.on(() -> FocusStops.againstReading(console.root()))).isEmpty();
        Fx.on(() -> {
            stops.getFirst().requestFocus();
            return null;
        });
        assertThat(walk(console, stops.size(), false)).isEqualTo(names(shifted(stops, 1)));
        List<Node> back = new ArrayList<>(stops);
        Collections.reverse(back);
        assertThat(walk(console, stops.size(), true)).isEqualTo(names(back));
    }

    /** From the second on to the first again. */
    private static List<Node> shifted(List<Node> stops, int by) {
        List<Node> shifted = new ArrayList<>(stops);
        Collections.rotate(shifted, -by);
        return shifted;
    }

    private static List<String> walk(RenderedConsole console, int steps, boolean back) {
        List<String> met = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            met.add(FocusStops.name(console.tab(back)));
        }
        return met;
    }

    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(FocusStops::name).toList();
    }
}
