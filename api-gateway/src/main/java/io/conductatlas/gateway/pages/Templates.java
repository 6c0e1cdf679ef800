package io.conductatlas.gateway.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the public pages, checked against their records when the service is built. */
@CheckedTemplate(basePath = "pages")
final class Templates {
    private Templates() {}

    static native TemplateInstance home(HomePage page);

    static native TemplateInstance platforms(PlatformsPage page);

    static native TemplateInstance platform(PlatformPage page);

    static native TemplateInstance drift(DriftPage page);

    static native TemplateInstance document(DocumentPage page);

    static native TemplateInstance version(VersionPage page);

    static native TemplateInstance changes(ChangesPage page);

    static native TemplateInstance change(ChangePage page);

    static native TemplateInstance provisions(ProvisionsPage page);

    static native TemplateInstance provision(ProvisionPage page);

    static native TemplateInstance types(TypesPage page);

    static native TemplateInstance type(TypePage page);

    static native TemplateInstance compare(ComparePage page);

    static native TemplateInstance corrections(CorrectionsPage page);

    static native TemplateInstance methodology(PlainPage page);

    static native TemplateInstance bot(PlainPage page);

    static native TemplateInstance problem(ProblemPage page);
}
