package io.conductatlas.delivery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;

@AnalyzeClasses(packages = "io.conductatlas.delivery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule timeComesFromAClock =
            noClasses().should().callMethod(Instant.class, "now").because("a test must be able to set the time");

    @ArchTest
    static final ArchRule nothingBlocksOnAUni = noClasses()
            .should()
            .callMethod(Uni.class, "await")
            .orShould()
            .callMethod(Uni.class, "subscribe")
            .because("the framework subscribes");

    @ArchTest
    static final ArchRule dependenciesArriveByTheConstructor =
            fields().should().notBeAnnotatedWith(Inject.class).because("a bean is whole once it is made");
}
