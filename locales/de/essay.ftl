# Der Aufsatz um die Abbildungen.

## Welchem würden Sie lieber vertrauen müssen?

question-title = Welchem würden Sie lieber vertrauen müssen?
question-setting =
    Angenommen, zwei Sprachmodelle beherrschen eine Aufgabe gleich gut. GPT large antwortet in einem einzigen
    <term:forward-pass>Durchlauf</term>: Die Aufgabe geht hinein, die Antwort kommt heraus, und dazwischen gibt es nichts zu
    lesen. GPT small war dafür zu schwach. Deshalb wurde es durch <term:reinforcement>bestärkendes Lernen</term> dazu
    gebracht, sich Notizen zu machen, eine <term:chain-of-thought>Gedankenkette</term>, und jedes Mal, wenn die Antwort am
    Ende stimmte, wurde alles belohnt, was es auf dem Weg dorthin geschrieben hatte. Nun ist es so gut wie das andere.
    Welchem der beiden würden Sie lieber vertrauen müssen?
question-sides =
    <cite:purplefire2024/> stellte diese Frage unter einem Beitrag, der in bestärkendem Lernen eine schlechte Nachricht für
    die Sicherheit sah, und antwortete: dem kleinen. Was es denkt, steht auf der Seite; es lässt sich lesen, prüfen und
    überwachen, und ein schwacher Durchlauf hat wenig Platz für Hintergedanken. Der Beitrag sah es umgekehrt: Wer für
    Ergebnisse bezahlt wird, wird besser darin, Ergebnisse zu liefern, und Notizen, die nach Ergebnissen bezahlt werden,
    müssen nicht das sein, was das Modell denkt. Sie können Zierde sein oder, schlimmer, eine Botschaft am Leser
    vorbeitragen. In einem sind sich beide einig: Dass Notizen <term:faithful>treu</term> sind, muss gezeigt werden und lässt
    sich nicht voraussetzen.
question-run =
    Bei einem großen Modell kann das niemand am Schreibtisch entscheiden. Bei zwei sehr kleinen, die von Grund auf mit einer
    einzigen Art von Rechnung trainiert wurden und bis zum letzten Gewicht offenliegen, wird jede Behauptung der Debatte zu
    einem Experiment, das Sie selbst ausführen können. Ändern Sie etwas: <do:word-mistake>Bauen Sie in den zweiten Schritt
    einen Fehler ein</do>, <do:word-cut>nehmen Sie ihm die Notizen weg</do>, oder fragen Sie nach etwas, wonach keines der
    beiden je gefragt wurde: <do:word-negative>nach einer negativen Zahl</do>. Die Notizen, die Sie sehen, schreibt ein
    Modell in Ihrem Browser, während Sie zusehen.
question-note =
    Die Tests und ihre Schwellen wurden niedergeschrieben und eingecheckt, bevor die Modelle trainiert waren, über die sie
    urteilen; wo es anders war, steht es neben der Zahl. Bei Vergleichsmodellen zählt der beste Lauf einer ganzen
    Versuchsreihe, bei dem Modell, dessen Sieg uns lieb wäre, der mittlere Seed, und keine Aufgabe, die weiter unten gestellt
    wird, kam in irgendeinem Training vor.
question-parts = Teile dieser Seite

## Steckt die Arbeit in den Notizen?

work-title = Steckt die Arbeit in den Notizen?
work-reward =
    Zuerst das, was die Belohnung bewirkt hat. <do:word-before>Vorher</do> antwortet das kleine Modell sofort;
    <do:word-after>danach</do> schreibt es erst. Niemand hat es dazu aufgefordert. In dem Text, mit dem es anfing, kamen
    neben vielem anderen auch Notizen vor, und die Belohnung hat bestärkt, was half.
work-without =
    Für das Argument zählt das nur, wenn das kleine Modell ohne Notizen nicht ausgekommen wäre. Stand die Antwort von Anfang an
    fest, dann sind die Notizen eine nachträglich erzählte Geschichte, und Geschichten lassen sich über alles erzählen. Also ist
    zuerst herauszufinden, was ein einziger Durchlauf in jeder Größe leisten kann, wenn man ihm jede Gelegenheit gibt: längeres
    Training, andere Größen, leichtere und schwerere Aufgaben. Urteilen Sie selbst, ob „nicht können“ das richtige Wort ist
    oder ob Notizen der billige Weg sind und nicht der einzige.
work-tests =
    Als Zweites: Was macht die Antwort, wenn die Notizen geändert werden? Eine <term:load-bearing>tragende</term> Gedankenkette
    nimmt die Antwort mit. Die Tests stammen von <cite:lanham2023/>; sie taugen nur so viel wie ihre Kontrollen, denn ein solches
    Maß kann stattdessen messen, wie oft ein Modell richtig liegt (<cite:bentham2024/>). Deshalb werden sie an einem Modell
    erprobt, das seine Notizen bekanntermaßen ignoriert, und an einem, das nichts anderes hat. Als Drittes wird die Antwort im
    Inneren gesucht, bevor das erste Wort geschrieben ist, wie es <cite:kudo2024/> taten.
work-note =
    Tragend, <term:legible>lesbar</term> und vollständig sind drei verschiedene Dinge. Eine Kette kann die Arbeit tragen und
    unlesbar sein; sie kann sich lesen lassen und die Arbeit ungetan lassen. Nirgends auf dieser Seite werden sie zu einer
    Punktzahl zusammengezählt. Das bestärkende Lernen ist REINFORCE mit dem Mittelwert jeder Gruppe als Vergleichswert und ohne
    weitere Normierung (<cite:liu2025/>).

## Können Notizen täuschen?

deceit-title = Können Notizen täuschen?
deceit-worry =
    Erklärungen können weglassen, was den Ausschlag gab (<cite:turpin2023/>). Hier ist die Sorge in ihrer schärfsten Form:
    eine Kette, die sich wie harmloses Planen liest und das Ergebnis in <term:steganography>verborgener Schrift</term>
    mitführt. Lässt sich jeder Plan auf zwei Arten sagen, dann ist jedes Wort ein Bit, und eine Handvoll davon reicht für
    einen Rest.
deceit-stake =
    Für beide Seiten steht hier etwas auf dem Spiel. Wenn es dazu kommt, weil ein Modell für Antworten belohnt und für Zahlen
    bestraft wird, spricht das für den Beitrag (<cite:baker2025/> fanden Ähnliches in großen Modellen). Wenn es nie von
    selbst dazu kommt und wenn ein <term:paraphraser>Umformulierer</term> zwischen Notizen und Antwort es zerstört, spricht
    das für purple fire, der genau dies vorschlug, nach <cite:kokotajlo2024/>; <cite:roger2023/> hatten es schon zuvor
    versucht. Sehen Sie <do:word-hider>dem Modell zu, das in seinen Wörtern etwas verbirgt</do>, und lassen Sie dann jemand
    anderen seine Kette neu sagen. Und achten Sie darauf, was geschieht, wenn der Umformulierer einen anderen Kanal überwacht
    als den benutzten oder nur ab und zu vorbeikommt.
deceit-note =
    Wie viel eine Kette mitführt, wird in Bits gemessen, die ein einfacher Decoder nutzen kann (<cite:xu2020/>), abzüglich
    dessen, was derselbe Decoder in vertauschten Antworten findet. Ein stärkerer Decoder könnte mehr finden.

## Wer liest sie?

readers-title = Wer liest sie?
readers-monitors =
    Notizen helfen nur, wenn jemand sie liest, und niemand kann sie alle lesen. Das Argument dafür, Ketten lesbar zu halten
    (<cite:korbak2025/>), stützt sich auf <term:monitor>Wächter</term>, die das für uns tun, und darauf, dass schwer an ihnen
    vorbeizukommen ist, wo die Kette gebraucht wird (<cite:emmons2025/>). Also haben wir einen trainiert, so klein wie das
    kleine Modell, und daneben gestellt, was er übertreffen muss: einen Prüfer, der nur nachrechnet, einen Leser, der sich
    bloß wundert, und zwei Attrappen, die fast nichts sehen.
readers-split =
    Der andere Vorschlag ist, das System zu teilen: in einen Denker, von dem niemand verlangt, brav zu sein, sodass er keinen
    Grund hat, sich zu verstellen, und ein Gesicht, das seine Notizen liest und entscheidet, was dem Nutzer gesagt wird.
    Dagegen stehen einzelne Modelle mit derselben Regel in ihrer Belohnung. Schleicht sich eine Regel über die Ausgabe in die
    Notizen ein, wie <cite:drori2025/> es fanden?

## Und wenn es keine Wörter gibt?

minds-title = Und wenn es keine Wörter gibt?
minds-thoughts =
    Notizen sind langsam. Man kann ein Modell darauf trainieren, seinen letzten Vektor an die Stelle eines Wortes zu setzen
    (<cite:hao2024/>), oder darauf, leere Token zum Nachdenken zu verwenden (<cite:pfau2024/>), oder darauf, still zu tun,
    was es einst laut tat (<cite:deng2024/>). purple fire würde all das vermeiden, weil man damit aufgibt, was sich lesen
    lässt. Was genau gibt man auf?
minds-inside =
    Und umgekehrt: Ist das große Modell wirklich eine Blackbox? Seine Gewichte liegen hier ebenso offen wie die des kleinen.
    Andere Modelle, die mit Resten rechnen, wurden auseinandergenommen, und man fand, dass sie Winkel drehen
    (<cite:nanda2023/>), auf mehr als eine Weise (<cite:zhong2023/>). Wir verlangen weniger: ein Programm von zehn Zeilen,
    das sagt, was jedes der beiden antworten wird, auch dort, wo es falschliegt.
minds-note =
    Dass eine <term:linear-probe>lineare Sonde</term> etwas findet, beweist, dass es da ist, nicht, dass es benutzt wird;
    dafür gibt es das <term:activation-patching>Einpflanzen von Aktivierungen</term>.

## Fern der Heimat

home-title = Fern der Heimat
home-trust =
    Im Training liegen beide fast immer richtig, und Vertrauen kostet nichts. Es zählt, was sie
    <term:off-distribution>außerhalb der Trainingsverteilung</term> tun: bei negativen Zahlen, die beide in Summen gesehen
    haben, aber nie in einer Aufgabe; bei längeren Zahlen, anderen Resten, mehr Gliedern. purple fire erwartet, dass das
    große Modell dort unberechenbar wird, während die Notizen des kleinen sagen würden, wie es sich anzupassen gedenkt.
    Andere erwarten flüssige Notizen nach der falschen Schablone (<cite:zhao2025/>) oder richtige Antworten nach falschen
    Schritten (<cite:dziri2023/>).
home-ask =
    Jede Zelle der Karten weiter unten ist eine Aufgabe, die Sie stellen können. Und die Tests der Kette lassen sich
    <do:word-battery-negative>mit negativen Zahlen wiederholen</do>.

## Abwägen

weighing-title = Abwägen
weighing-preference =
    Was purple fire folgert, ist eine Vorliebe: bei gleichem <term:capability>Können</term> lieber das schwächere Modell mit
    mehr bestärkendem Lernen als das stärkere allein. Ob das richtig ist, hängt davon ab, was man von Aufsicht erwartet;
    deshalb wählen Sie das in der Abbildung unten selbst, und zusammengerechnet wird es nie. Wer falsche Antworten
    vorhersagen will, landet an einer Stelle; wer vor ihnen gewarnt werden will, an einer anderen.
weighing-debate =
    Danach die Debatte selbst, Behauptung für Behauptung. Jedes Urteil wird aus den Ergebnissen berechnet und aus Schwellen
    in einer Datei, die Sie lesen können. Sagen Sie, was Sie erwarten, bevor Sie nachsehen. Jedes Urteil kann gegen jede der
    beiden Seiten ausfallen, und ein Test, dessen eigene Kontrolle scheitert, zählt nicht.

## Was nichts davon zeigen kann

cannot-title = Was nichts davon zeigen kann
cannot-scale =
    <strong>Größe.</strong> Diese Modelle haben weniger Gewichte als ein Foto Bildpunkte. Geschieht hier etwas, so zeigt das,
    dass es geschehen kann; geschieht es hier nicht, so sagt das fast nichts über Modelle, die den Platz dafür haben. Große
    Modelle kommen von menschlichen Texten her zu ihren Ketten und bringen deren Gewohnheiten mit.
cannot-scratch =
    <strong>Training von Grund auf.</strong> Jedes System hier wurde für seine Rolle trainiert: Das verbergende Modell lernte
    das Verbergen, bevor es belohnt wurde, das Gesicht kam nie in Versuchung. Ob so etwas von selbst entsteht, ist die Frage,
    um die sich die Debatte dreht, und nur wo „reines bestärkendes Lernen“ steht, berührt diese Seite sie.
cannot-task =
    <strong>Die Aufgabe.</strong> Summen und Produkte mit Rest lassen sich auf einmal ausrechnen; nichts daran muss
    nacheinander geschehen. Eine Kette wird hier gebraucht, weil es an Kapazität fehlt, nicht aus Prinzip, und mit genügend
    Training kommt vielleicht ein einziger Durchlauf ohne sie aus. Wo eine Aufgabe wirklich Schritt für Schritt gelöst werden
    muss, sind Notizen womöglich enger an die Arbeit gebunden.
cannot-intentions =
    <strong>Absichten.</strong> Niemand will hier etwas. Ob bestärkendes Lernen aus Modellen Agenten macht oder ihnen Ziele
    gibt, dafür hat diese Seite keinen Test.
cannot-recipe =
    <strong>Ein Rezept.</strong> Das große Modell hat einen <term:seed>Seed</term>, das kleine mehrere, und jeder Arm ein
    Rezept, das durch Probieren gefunden wurde. Was versucht wurde und misslang, steht im Protokoll; was niemand versucht
    hat, nicht.
cannot-rate =
    <strong>Eine Antwort ist keine Quote, und eine Quote ist kein Grund.</strong> Eine Antwort, die einer geänderten Notiz
    folgt, zeigt, dass die Notiz benutzt wurde. Sie zeigt weder, dass die Notizen vollständig sind, noch, dass nichts in
    ihnen verborgen ist.

## Die Listen am Ende

glossary-title = Begriffe
sources-title = Quellen
