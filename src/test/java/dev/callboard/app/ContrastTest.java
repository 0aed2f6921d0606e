package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callboard.parts.Theme;
import javafx.scene.paint.Color;

/** Every ink can be read on every surface that it may stand on (WCAG 2.2: text 4.5, large text and control edges 3). */
class ContrastTest {
    private static final List<String> SURFACES = List.of("bg", "surface", "surface-sunken", "surface-raised",
            "surface-hover", "accent-subtle");
    private static final List<String> INKS = List.of("text", "text-muted", "text-faint", "accent-text");
    private static final List<String> MEANINGS = List.of("waiting", "called", "serving", "held", "failed", "success",
            "warning", "idle", "accent");
    private static final double TEXT = 4.5;
    private static final double EDGE = 3.0;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textCanBeRead(Theme theme) {
        List<String> weak = new ArrayList<>();
        Map<String, String> tokens = TokenTable.of(theme);
        SURFACES.forEach(surface -> {
            INKS.forEach(ink -> check(tokens, ink, surface, TEXT, weak));
            check(tokens, "border-control", surface, EDGE, weak);
            check(tokens, "text-disabled", surface, EDGE, weak);
            check(tokens, "focus", surface, EDGE, weak);
        });
        for (String meaning : MEANINGS) {
            check(tokens, meaning + "-on", meaning, TEXT, weak);
            check(tokens, meaning + "-text", meaning + "-subtle", TEXT, weak);
            check(tokens, meaning + "-text", "surface", TEXT, weak);
        }
        check(tokens, "accent-on", "accent-hover", TEXT, weak);
        check(tokens, "accent-on", "accent-pressed", TEXT, weak);
        check(tokens, "rail-text", "rail", TEXT, weak);
        check(tokens, "rail-text-active", "rail-active", TEXT, weak);
        assertThat(weak).isEmpty();
    }

    @Test
    void theBoardCanBeReadFromAfar() {
        List<String> weak = new ArrayList<>();
        Map<String, String> tokens = TokenTable.of(Theme.LIGHT);
        List.of("board-bg", "board-surface").forEach(surface -> {
            check(tokens, "board-text", surface, TEXT, weak);
            check(tokens, "board-muted", surface, TEXT, weak);
        });
        check(tokens, "board-called-on", "board-called", TEXT, weak);
        check(tokens, "board-stale-on", "board-stale", TEXT, weak);
        assertThat(weak).isEmpty();
    }

    @Test
    void theMeasureIsTheOneOfTheStandard() {
        assertThat(ratio(Color.WHITE, Color.BLACK)).isEqualTo(21);
        assertThat(ratio(Color.web("#777777"), Color.WHITE)).isBetween(4.4, TEXT);
    }

    private static void check(Map<String, String> tokens, String ink, String ground, double least, List<String> weak) {
        assertThat(tokens).containsKeys(ink, ground);
        double ratio = ratio(Color.web(tokens.get(ink)), Color.web(tokens.get(ground)));
        if (ratio < least) {
            weak.add(ink + " on " + ground + ": " + ratio);
        }
    }

    /** (lighter + 0.05) / (darker + 0.05) of the relative luminances, as WCAG 2.2 defines both. */
    private static double ratio(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
