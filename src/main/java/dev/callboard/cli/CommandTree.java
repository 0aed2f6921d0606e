package dev.callboard.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.callboard.jobs.JobState;
import dev.callboard.refusals.Refusal;
import dev.callboard.settings.Format;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Every command by its name. Only those that the arguments mention are built, for describing them all takes longer
 * than running one; with none mentioned, all are, so that help and mistakes are answered in full.
 */
final class CommandTree {
    private static final Map<String, List<Supplier<Command>>> GROUPS = new LinkedHashMap<>();
    private static final Map<String, Supplier<Command>> SINGLES = new LinkedHashMap<>();
    private static final Map<String, String> DESCRIPTIONS = Map.of("db", "The database's schema.", "queue",
            "Queues of visitors.", "ticket", "Visitors' tickets.", "product", "Goods in stock.", "order",
            "Orders, from reserving to returning.", "jobs", "Background jobs, those of other programs too.", "replay",
            "Recorded trade, played through the real commands.");

    static {
        SINGLES.put("demo", Demo::new);
        SINGLES.put("console", Console::new);
        SINGLES.put("board", Board::new);
        SINGLES.put("kiosk", Kiosk::new);
        SINGLES.put("gateway", Gateway::new);
        SINGLES.put("shots", Shots::new);
        SINGLES.put("worker", Worker::new);
        SINGLES.put("check", Check::new);
        GROUPS.put("replay", List.of(ReplayRetail::new, ReplayCalls::new));
        GROUPS.put("db", List.of(DbUp::new));
        GROUPS.put("queue", List.of(QueueAdd::new, QueueLs::new, QueueSet::new));
        GROUPS.put("ticket",
                List.of(TicketJoin::new, TicketNext::new, TicketCall::new, TicketRecall::new, TicketServe::new,
                        TicketComplete::new, TicketNoShow::new, TicketHold::new, TicketResume::new, TicketCancel::new,
                        TicketUndo::new, TicketTransfer::new, TicketLs::new));
        GROUPS.put("product", List.of(ProductReceive::new, ProductLs::new, ProductWriteOff::new, ProductShelf::new));
        GROUPS.put("order", List.of(OrderReserve::new, OrderReturn::new, OrderPay::new, OrderShow::new, OrderLs::new,
                OrderCancel::new));
        GROUPS.put("jobs",
                List.of(JobsQueues::new, JobsLs::new, JobsGroups::new, JobsShow::new, JobsRetry::new, JobsCancel::new,
                        JobsDiscard::new, JobsPromote::new, JobsDrain::new, JobsClean::new, JobsPause::new,
                        JobsResume::new));
    }

    private CommandTree() {}

    /** @param options filled in while the arguments are read */
    static CommandLine of(GlobalOptions options, List<String> arguments) {
        CommandLine root = new CommandLine(options);
        if (arguments.contains("--help") || arguments.contains("-h")) {
            root.getCommandSpec().usageMessage().header("Callboard " + Version.OF_THIS_BUILD);
        }
        boolean none = arguments.stream()
                .noneMatch(argument -> GROUPS.containsKey(argument) || SINGLES.containsKey(argument));
        SINGLES.forEach((name, command) -> {
            if (none || arguments.contains(name)) {
                root.addSubcommand(command.get());
            }
        });
        GROUPS.forEach((name, commands) -> {
            if (none || arguments.contains(name)) {
                root.addSubcommand(group(name, commands));
            }
        });
        return root.setUsageHelpWidth(110).setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(long.class, CommandTree::whole).registerConverter(int.class, CommandTree::wholeInt)
                .registerConverter(Integer.class, CommandTree::wholeInt)
                .registerConverter(LocalDate.class, CommandTree::day)
                .registerConverter(AmountArgument.class, AmountArgument::parse)
                .registerConverter(Duration.class, CommandTree::duration)
                .registerConverter(GoodsArgument.class, GoodsArgument::parse)
                .registerConverter(JobState.class, CommandTree::jobState);
    }

    /** Every command that may follow, also those that were not built. */
    static Collection<String> namesBelow(CommandLine line) {
        return line.getParent() == null
                ? Stream.concat(SINGLES.keySet().stream(), GROUPS.keySet().stream()).toList()
                : line.getSubcommands().keySet();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            throw new TypeConversionException("'" + text + "' is no day such as 2026-03-31");
        }
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new TypeConversionException("'" + text + "' is no whole number");
        }
    }

    private static int wholeInt(String text) {
        try {
            return Math.toIntExact(whole(text));
        } catch (ArithmeticException tooLarge) {
            throw new TypeConversionException("'" + text + "' is too large a number");
        }
    }

    private static Duration duration(String text) {
        try {
            return Format.duration(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException("'" + text + "' is no duration such as 30s, 10m or 24h");
        }
    }

    private static JobState jobState(String text) {
        try {
            return JobState.parse(text);
        } catch (Refusal unknown) {
            throw new TypeConversionException("'" + text + "' is none of waiting, active, delayed, prioritized,"
                    + " completed, failed");
        }
    }

    private static CommandLine group(String name, List<Supplier<Command>> commands) {
        CommandSpec group = CommandSpec.create().name(name);
        group.usageMessage().description(DESCRIPTIONS.get(name));
        CommandLine line = new CommandLine(group);
        commands.forEach(command -> line.addSubcommand(command.get()));
        return line;
    }
}
