/* What the shipped table of terms says of sentences of our own in its eight languages: that each
 * language is there, that its inflections are met, and that neighbouring subjects are not. How well
 * it does on real records is measured in tests/corpus/test_tagger_labels.c. */
#include "shipped.h"

static shipped all;

static sel_programme tagged(const char *title)
{
    sel_programme record = sel_programme_blank();
    record.title = sel_str_of(title);
    sel_tagger_tag(all.reference.tagger, &record, all.arena);
    return record;
}

static void expect_code(const char *title, const char *code)
{
    sel_programme record = tagged(title);
    bool found = false;
    for (uint32_t i = 0; i < record.capability_count; i++)
        found |= sel_str_is(record.capabilities[i].code, code);
    ck_assert_msg(!record.set_aside && found, "'%s' is not %s", title, code);
}

START_TEST(incident_response_in_every_language)
{
    expect_code("Establishing a national CIRT", "D1.2");
    expect_code("Création d'une équipe de réponse aux incidents informatiques", "D1.2");
    expect_code("Equipo de respuesta a incidentes cibernéticos", "D1.2");
    expect_code("Equipa de resposta a incidentes de cibersegurança", "D1.2");
    expect_code("إنشاء فريق الاستجابة لحوادث الحاسوب", "D1.2");
    expect_code("Создание группы реагирования на компьютерные инциденты", "D1.2");
    expect_code("建立国家计算机应急响应中心", "D1.2");
    expect_code("Pembentukan tim tanggap insiden siber", "D1.2");
}
END_TEST

START_TEST(strategy_in_every_language)
{
    expect_code("National cybersecurity strategy", "D1.1");
    expect_code("Élaboration des stratégies nationales de cybersécurité", "D1.1");
    expect_code("Estrategias nacionales de ciberseguridad", "D1.1");
    expect_code("Estratégia Nacional de Segurança Cibernética", "D1.1");
    expect_code("وضع الاستراتيجية الوطنية للأمن السيبراني", "D1.1");
    expect_code("Разработка национальной стратегии кибербезопасности", "D1.1");
    expect_code("制定国家网络安全战略", "D1.1");
    expect_code("Penyusunan strategi nasional keamanan siber", "D1.1");
}
END_TEST

START_TEST(electronic_evidence_in_every_language)
{
    expect_code("Electronic evidence for prosecutors", "D4.3");
    expect_code("Les preuves électroniques devant les tribunaux", "D4.3");
    expect_code("Las pruebas electrónicas en el proceso penal", "D4.3");
    expect_code("Provas eletrónicas no processo penal", "D4.3");
    expect_code("التعامل مع الأدلة الرقمية", "D4.3");
    expect_code("Работа с электронными доказательствами", "D4.3");
    expect_code("电子证据培训", "D4.3");
    expect_code("Penanganan bukti elektronik", "D4.3");
}
END_TEST

START_TEST(information_security_in_every_language)
{
    static const char *const titles[] = {"Information security",
                                         "La sécurité de l'information",
                                         "Seguridad de la información",
                                         "Segurança da informação",
                                         "تعزيز أمن المعلومات",
                                         "Обеспечение информационной безопасности",
                                         "信息安全",
                                         "Keamanan informasi"};
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        ck_assert_msg(!tagged(titles[i]).set_aside, "%s", titles[i]);
}
END_TEST

START_TEST(other_security_and_other_networks_are_set_aside)
{
    static const char *const titles[] = {
        "Food security and social safety nets",
        "e-Government services and statistics systems",
        "Women, peace and security",
        "Road network rehabilitation; police training",
        "Birth certificates for all",
        "Data protection in health information systems",
        "Sécurité alimentaire et sécurité routière",
        "Administration électronique et réseau électrique",
        "Seguridad alimentaria y redes sociales",
        "Governo eletrónico e segurança alimentar",
        "الأمن الغذائي وشبكات الأمان",
        "Продовольственная безопасность и дорожная сеть",
        "粮食安全与社会保障，道路网络建设",
        "Ketahanan pangan dan jaringan jalan",
        "Capacitación de la policía fronteriza",
        "A concert for the police",
    };
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        ck_assert_msg(tagged(titles[i]).set_aside, "%s", titles[i]);
}
END_TEST

START_TEST(norms_and_confidence_building)
{
    expect_code("Norms of responsible State behaviour in cyberspace", "X2");
    expect_code("Confidence-building measures in cyberspace", "X3");
    expect_code("Droit international applicable au cyberespace", "X2");
    expect_code("Кибердипломатия", "X3");
    expect_code("网络外交与负责任国家行为", "X3");
    expect_code("Ratification of the Budapest Convention", "D4.1");
    expect_code("Critical information infrastructure protection", "D1.3");
    expect_code("Cyber hygiene for civil servants", "D2.1");
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {incident_response_in_every_language,
                            strategy_in_every_language,
                            electronic_evidence_in_every_language,
                            information_security_in_every_language,
                            other_security_and_other_networks_are_set_aside,
                            norms_and_confidence_building,
                            NULL};
    int failed = run_tests("shipped_terms", tests);
    shipped_close(&all);
    return failed;
}
