package dev.callboard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import dev.callboard.app.Program;
import dev.callboard.parts.FxThread;

/** The fences of the house, each a rule. */
final class Fences {
    /** From the top down; those of one row never import each other. */
    private static final List<Set<String>> ROWS = List.of(Set.of("app"),
            Set.of("cli", "console", "board", "kiosk", "gateway", "workers"), Set.of("parts"), Set.of("sample"),
            Set.of("check"), Set.of("triage"), Set.of("payments"), Set.of("orders"), Set.of("stock"), Set.of("tickets"),
            Set.of("live"), Set.of("outbox"), Set.of("audit"), Set.of("jobs"), Set.of("settings"), Set.of("embedded"),
            Set.of("postgres", "redis"), Set.of("refusals"));
    private static final int MOST_PARAMETERS = 6;
    private static final String HOUSE = "dev.callboard.";
    private static final String WRONG = "wrong.";

    static final ArchRule EVERY_FOLDER_HAS_ITS_PLACE = classes()
            .that(are("in a folder", type -> !folder(type).isEmpty()))
            .should(be("in a folder that has its place", type -> row(type) >= 0));

    static final ArchRule CALLS_GO_DOWN = classes().should(callOnlyDown());

    static final ArchRule SCREENS_ONLY_IN_THE_FACES = noClasses()
            .that(areNotIn("console", "board", "kiosk", "parts", "app")).should().dependOnClassesThat()
            .resideInAPackage("javafx..");

    static final ArchRule ONE_DOOR_TO_THE_FX_THREAD = noClasses()
            .that(are("not the door", type -> !type.isEquivalentTo(FxThread.class)))
            .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable");

    static final ArchRule SQL_ONLY_IN_STORES = noClasses().that(areNotIn("outbox", "audit", "postgres"))
            .and(are("no stores", type -> !outermost(type).getSimpleName().endsWith("Store")))
            .should().dependOnClassesThat().resideInAPackage("org.jdbi..");

    static final ArchRule REDIS_ONLY_IN_MECHANISMS = noClasses().that(areNotIn("redis", "jobs", "live", "stock"))
            .should().dependOnClassesThat().resideInAnyPackage("org.redisson..", "redis.clients..");

    /** The program hands the two streams to the command line, which writes answers to them. */
    static final ArchRule NOBODY_PRINTS = noClasses()
            .that(are("not the program itself", type -> !type.isEquivalentTo(Program.class)))
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses().should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Misc)(\\$.*)?");

    static final ArchRule FEW_PARAMETERS = classes()
            .that(are("ordinary", type -> type.isTopLevelClass() && !type.isRecord() && !type.isEnum()))
            .should(be("built from at most " + MOST_PARAMETERS + " things", type -> type.getConstructors().stream()
                    .allMatch(constructor -> constructor.getRawParameterTypes().size() <= MOST_PARAMETERS)));

    private Fences() {}

    private static ArchCondition<JavaClass> callOnlyDown() {
        return new ArchCondition<>("call only down") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> row(type) >= 0 && row(dependency.getTargetClass()) >= 0)
                        .filter(dependency -> !folder(type).equals(folder(dependency.getTargetClass()))
                                && row(dependency.getTargetClass()) <= row(type))
                        .forEach(dependency -> events
                                .add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, test.test(type), type.getName() + " against: be " + what));
            }
        };
    }

    private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
        return describe("are " + what, test);
    }

    private static DescribedPredicate<JavaClass> areNotIn(String... folders) {
        return are("not in " + String.join(", ", folders), type -> !List.of(folders).contains(folder(type)));
    }

    /** The first folder below the house; empty for the entry itself and for what is not ours. */
    private static String folder(JavaClass type) {
        String path = type.getPackageName() + ".";
        String below = path.startsWith(HOUSE) ? path.substring(HOUSE.length()) : "";
        String asIf = below.startsWith(WRONG) ? below.substring(WRONG.length()) : below;
        return asIf.isEmpty() ? "" : asIf.substring(0, asIf.indexOf('.'));
    }

    /** Counted from the top; -1 for what is in no row. */
    private static int row(JavaClass type) {
        String folder = folder(type);
        for (int row = 0; row < ROWS.size(); row++) {
            if (ROWS.get(row).contains(folder)) {
                return row;
            }
        }
        return -1;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Fences::outermost).orElse(type);
    }
}
