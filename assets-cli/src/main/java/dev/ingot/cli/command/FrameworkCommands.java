package dev.ingot.cli.command;

import com.google.inject.AbstractModule;
import dev.ingot.cli.CommandModule;
import dev.ingot.cli.command.assets.AssetsCommand;
import dev.ingot.cli.command.assets.ShowCommand;
import dev.ingot.cli.command.clean.CleanCommand;
import dev.ingot.cli.command.config.ConfigCommand;
import dev.ingot.cli.command.doctor.DoctorCommand;
import dev.ingot.cli.command.landing.LandingCommand;
import dev.ingot.cli.command.ledger.LedgerCommand;
import dev.ingot.cli.command.ledger.MaintainCommand;
import dev.ingot.cli.command.ledger.RollbackCommand;
import dev.ingot.cli.command.partitions.PartitionsCommand;
import dev.ingot.cli.command.plan.BackfillCommand;
import dev.ingot.cli.command.plan.MaterializeCommand;
import dev.ingot.cli.command.plan.PlanCommand;
import dev.ingot.cli.command.plan.WhyCommand;
import dev.ingot.cli.command.profile.ProfileCommand;
import dev.ingot.cli.command.runs.RunsCommand;
import java.util.List;

/** The commands that every project has. */
public final class FrameworkCommands extends AbstractModule implements CommandModule {
    @Override
    public List<Class<?>> commands() {
        return List.of(
                AssetsCommand.class,
                PlanCommand.class,
                MaterializeCommand.class,
                BackfillCommand.class,
                WhyCommand.class,
                PartitionsCommand.class,
                ShowCommand.class,
                RunsCommand.class,
                LedgerCommand.class,
                RollbackCommand.class,
                MaintainCommand.class,
                LandingCommand.class,
                ConfigCommand.class,
                ProfileCommand.class,
                DoctorCommand.class,
                SimulateCommand.class,
                CleanCommand.class,
                CompletionCommand.class,
                VersionCommand.class,
                HelpCommand.class);
    }
}
