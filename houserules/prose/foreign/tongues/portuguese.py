"""Portuguese."""

from houserules.prose.foreign.tongue import Case, Tongue

TONGUE = Tongue(
    name="portuguese",
    telling="""
    não proibido proibida proibidos proibidas permitido permitida permitidos permitidas ligações comentários comentário conteúdo
    conteúdos publicações palavras máximo mínimo nenhum nenhuma serão está estão utilizadores usuários regras política religião
    poste faça caracteres português são nada nem
    """,
    common="""
    os é que em um uma para da na no dos das por mais ou mas como sobre também isso quem você sem seu sua de se ao aos nos nas outros outras ser
    favor
    """,
    please="por favor|pede se|favor",
    forbids="nada de|nenhum|nenhuma|sem|(?:é |são |está |estão )?(?:totalmente |estritamente )?proibid[oa]s?(?: os| as| o| a)?|"
    "não (?:é|são) permitid[oa]s?(?: os| as| o| a)?|não se permitem?|não poste(?:m)?|não publique(?:m)?|evite(?:m)?(?: os| as| o| a)?|não(?: se)?",
    forbidden="(?:é|são|está|estão) (?:totalmente |estritamente )?proibid[oa]s?|não (?:é|são|está|estão|serão|será) "
    "(?:permitid[oa]s?|bem vind[oa]s?|aceit[oa]s?|tolerad[oa]s?|admitid[oa]s?)|proibid[oa]s?",
    about="não (?:fale|falem|falar|discuta|discutam|discutir|debater) (?:de|do|da|sobre|acerca de)|(?:não|nada de|nenhuma?|sem) "
    "(?:discussões|discussão|debates|debate|comentários|publicações|conversas) (?:sobre|acerca de)|evite(?:m)? falar (?:de|do|da|sobre)",
    talking="aqui",
    joins="e ou nem &",
    articles="o a os as um uma uns umas de do da dos das todo toda todos todas qualquer quaisquer",
    conditions="""
    exceto excepto salvo se exceção exceções apenas só somente mas menos quando enquanto desde sempre fora antes depois permissão
    caso contanto
    """,
    links="(?:ligações|ligação|links?|urls?|hiperligações)(?: extern[oa]s?)?",
    units={
        "palavras": "words", "palavra": "words", "caracteres": "characters", "letras": "characters", "linhas": "lines",
        "frases": "sentences", "parágrafos": "paragraphs",
    },
    numbers={
        "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9,
        "dez": 10, "doze": 12, "quinze": 15, "vinte": 20, "trinta": 30, "cinquenta": 50, "cem": 100, "mil": 1000,
    },
    most="(?:no |um )?máximo(?: de)?|não mais (?:de|que|do que)|até|máx",
    least="(?:no |um )?mínimo(?: de)?|pelo menos|ao menos|não menos (?:de|que|do que)",
    over="(?:de|com) mais de|mais longos? que",
    under="(?:de|com) menos de|mais curtos? que",
    plain="""
    comentário comentários mensagem mensagens por em cada um uma o a os as publicação publicações texto textos deve devem ter conter
    ser de do resposta e post posts
    """,
    scopes="aqui|n(?:este|esta|o|a|osso|ossa) (?:grupo|fórum|tópico|comunidade|sub|site|página|discussão)|por favor|obrigado",
    subjects="""
    política religião religiões futebol desporto esporte esportes vacinas imigração guerra aborto eleições lula bolsonaro ventura
    salazar comunismo capitalismo astrologia criptomoedas
    """,
    adjectives={"político": "política", "políticos": "política", "política": "política", "políticas": "política", "religioso": "religião", "religiosos": "religião", "religiosas": "religião"},
    talks="temas tema debates debate discussões conteúdo conteúdos comentários publicações propaganda assuntos posts",
    folk="""
    membros membro utilizadores utilizador usuários usuário outros outras outro pessoas moderação moderadores moderador regras coisas
    tudo isto isso que quem ser você
    """,
    cases=(
        Case(line="Proibidas as ligações", reads=("links: most 0",)),
        Case(line="Não são permitidos links.", reads=("links: most 0",)),
        Case(line="No máximo três ligações por comentário.", reads=("links: most 3",)),
        Case(line="Não mais de 400 palavras.", reads=("length: most 400, unit words",)),
        Case(line="Nada de política nem religião", reads=("topic-ban: term política", "topic-ban: term religião")),
        Case(line="Por favor, não fale sobre religião aqui.", reads=("topic-ban: term religião",)),
        Case(line="Nada de política, exceto em campanha.", reads=("topic-ban: term política",), acts=False),
        Case(line="Não são permitidos insultos."),
        Case(line="Não fale de outros usuários."),
        Case(line="Não poste sobre ser suspenso noutra comunidade."),
    ),
)  # fmt: skip
