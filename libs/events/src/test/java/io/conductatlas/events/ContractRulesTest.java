package io.conductatlas.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.conductatlas.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractRulesTest {

    @ArchTest
    static final ArchRule contractsKnowNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.conductatlas.events", "org.jspecify.annotations");

    @Test
    void everyEventTypeHasASample() {
        assertThat(Samples.all()).extracting(EventType::of).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void theAsyncApiDocumentNamesEveryTopicAndEveryEvent() throws IOException {
        JsonNode document = new YAMLMapper().readTree(getClass().getResourceAsStream("/asyncapi.yaml"));

        assertThat(document.get("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.get("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        Set<String> messages = new TreeSet<>();
        document.at("/components/messages").fieldNames().forEachRemaining(messages::add);
        assertThat(messages)
                .isEqualTo(Arrays.stream(EventType.values())
                        .map(type -> type.record().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyDocumentOfAPlatformSharesAPartition() {
        assertThat(Samples.all().stream().filter(SourceEvent.class::isInstance).map(AtlasEvent::partitionKey))
                .containsOnly("01958f10-0000-7000-8000-000000000001");
        assertThat(Samples.all().stream()
                        .filter(PlatformEvent.class::isInstance)
                        .map(AtlasEvent::key))
                .containsOnly("01958f10-0000-7000-8000-000000000001");
    }

    @Test
    void eachReaderOfATopicHasItsOwnDeadLetters() {
        assertThat(Topic.CHANGES.deadLetterTopic("alert")).isEqualTo("atlas.changes.alert.dlq");
        assertThatIllegalArgumentException().isThrownBy(() -> Topic.CAPTURES.deadLetterTopic("classifier"));
    }

    @Test
    void aRecordThatCannotBeRightIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectRef("k", "not a hash", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector("main", "#a", null, "#b", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector(null, "#a", "#a", "#b", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanTerms("free", "Free", 0, true, false, false, false));
    }
}
