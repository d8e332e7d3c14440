// Draws each chart from the table below it: nothing is shown that the table does not say. Without this script the tables stand alone.
(() => {
  'use strict';
  if (!window.Chart) return;

  // Apart by lightness as well as by hue.
  const colours = ['#8b1518', '#1f5fa8', '#c98a1b', '#2f7d4f', '#6a4c93', '#4d4d4d', '#c2587a', '#3aa0a0', '#a0a0a0'];
  const number = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  // What all names begin with says nothing under a column.
  const shortened = names => {
    const words = names.map(name => name.trim().split(/\s+/));
    const shortest = Math.min(...words.map(one => one.length));
    let common = 0;
    while (names.length > 1 && common < shortest - 1 && words.every(one => one[common] === words[0][common])) common++;
    return words.map(one => one.slice(common).join(' ').replace(/^(tỉnh|thành phố) /, ''));
  };

  const read = table => {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const series = heads.map((head, index) => ({ name: head.dataset.series, index })).filter(head => head.name);
    return { rows, series: series.map(one => ({ name: one.name, values: rows.map(row => Number(row.cells[one.index].dataset.value)) })) };
  };

  // A merged unit has one line for each unit that went into it, and its own after.
  const byGroup = ({ rows, series }) => {
    const labels = [...new Set(rows.map(row => row.cells[0].textContent))];
    const names = [...new Set(rows.map(row => row.cells[0].dataset.group))];
    return { labels, series: names.map(name => ({ name, values: labels.map(label => { const at = rows.findIndex(row => row.cells[0].dataset.group === name && row.cells[0].textContent === label); return at < 0 ? null : series[0].values[at]; }) })) };
  };

  for (const figure of document.querySelectorAll('figure.chart')) {
    const kind = figure.dataset.chart;
    const table = read(figure.querySelector('table'));
    if (table.rows.length === 0) continue;
    const { labels, series } = kind === 'line' ? byGroup(table) : { labels: shortened(table.rows.map(row => row.cells[0].textContent)), series: table.series };
    const stacked = kind === 'stacked';
    const lying = kind !== 'line' && figure.clientWidth < 600;
    const [names, figures] = lying ? ['y', 'x'] : ['x', 'y'];
    const place = figure.querySelector('.chart-place');
    place.classList.remove('d-none');
    if (lying) place.style.height = `${labels.length * 2.2 + 9}rem`;
    new Chart(figure.querySelector('canvas'), {
      type: kind === 'line' ? 'line' : 'bar',
      data: { labels, datasets: series.map((one, index) => ({ label: one.name, data: one.values, backgroundColor: colours[index % colours.length], borderColor: colours[index % colours.length], pointRadius: 5, spanGaps: false })) },
      options: {
        animation: calm ? false : { duration: 300 },
        maintainAspectRatio: false,
        indexAxis: names,
        scales: { [names]: { stacked }, [figures]: { stacked, beginAtZero: kind !== 'line', title: { display: true, text: figure.dataset.unit }, ticks: { callback: value => value.toLocaleString('vi-VN') } } },
        plugins: {
          legend: { position: 'bottom', labels: { boxWidth: 14 } },
          tooltip: { callbacks: { label: point => `${point.dataset.label}: ${number.format(point.parsed[figures])}` } },
        },
      },
    });
  }
})();
