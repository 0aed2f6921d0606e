package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The house stands within its fences, and each fence catches its wrong example. */
class FencesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.callboard");

    static Stream<Arguments> fences() {
        return Stream.of(Arguments.of(Fences.CALLS_GO_DOWN, "tickets.LooksUpward"),
                Arguments.of(Fences.CALLS_GO_DOWN, "cli.LooksAside"),
                Arguments.of(Fences.SCREENS_ONLY_IN_THE_FACES, "stock.PaintsItself"),
                Arguments.of(Fences.ONE_DOOR_TO_THE_FX_THREAD, "console.OpensASecondDoor"),
                Arguments.of(Fences.SQL_ONLY_IN_STORES, "orders.SpeaksSql"),
                Arguments.of(Fences.REDIS_ONLY_IN_MECHANISMS, "triage.SpeaksToRedis"),
                Arguments.of(Fences.NOBODY_PRINTS, "workers.Prints"),
                Arguments.of(Fences.NAMES_SAY_SOMETHING, "parts.LayoutUtil"),
                Arguments.of(Fences.FEW_PARAMETERS, "orders.WantsEverything"),
                Arguments.of(Fences.EVERY_FOLDER_HAS_ITS_PLACE, "attic.Odds"));
    }

    @ParameterizedTest
    @MethodSource("fences")
    void theHouseStandsWithin(ArchRule fence, String example) {
        fence.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("fences")
    void theWrongExampleIsCaught(ArchRule fence, String example) throws ClassNotFoundException {
        JavaClasses wrong = new ClassFileImporter().importClasses(Class.forName("dev.callboard.wrong." + example));
        assertThat(fence.evaluate(wrong).getFailureReport().getDetails()).as(fence.getDescription()).isNotEmpty();
    }

    @Test
    void thereIsAHouse() {
        assertThat(HOUSE.size()).isGreaterThan(100);
    }
}
