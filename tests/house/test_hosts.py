"""What is installed comes from the index the machine is set up with; the product names none."""

import re

# Written so that this file does not hold what it looks for.
FORBIDDEN = re.compile(
    "|".join(
        (
            r"pypi\." + "org",
            "python" + "hosted",
            "registry" + r"\.(npmjs|yarnpkg)",
            r"deb\." + "debian",
            "/" + "work/",
            "/" + "root/",
            "/" + r"home/\w",
        )
    )
)


def test_no_file_names_a_package_host_or_a_path_of_a_machine(our_files, root):
    found = {
        f"{path.relative_to(root)}:{number}: {line.strip()[:120]}"
        for path in our_files
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if FORBIDDEN.search(line)
    }
    assert found == set()


def test_the_test_finds_what_it_looks_for():
    assert FORBIDDEN.search("https://pypi." + "org/simple")
    assert FORBIDDEN.search("see /" + "work/main")
