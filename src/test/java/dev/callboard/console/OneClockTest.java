package dev.callboard.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import javafx.animation.AnimationTimer;
import javafx.animation.Timeline;

/** All ages and timers of a console follow the one second of its window. */
class OneClockTest {
    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callboard.console");

    @Test
    void onlyTheWindowTicks() {
        noClasses().that().doNotHaveSimpleName("ConsoleWindow").should().dependOnClassesThat()
                .areAssignableTo(Timeline.class).orShould().dependOnClassesThat().areAssignableTo(AnimationTimer.class)
                .check(CONSOLE);
    }
}
